package io.vigie.scorer.scoring;

import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All models and where each stands: what was told of them so far, in its order, so that every instance comes to the same.
 * Of the move to somewhere it cannot go, nothing happens. A move counts though its model is not known: it may have been
 * dropped since, and its file be gone.
 *
 * @param admitted by id, oldest first; the scorecard is always there and not among them
 * @param moves that had an effect, oldest first
 * @param reigns the champions, the first being the scorecard and the last who speaks now; who was sent back is out
 * @param dropped what is known no longer, by id
 * @param shadow who scores beside the champion
 * @param beside the champion beside which each model is shadow, or last was
 */
public record LineUp(
        Map<String, Admitted> admitted,
        List<ModelPromoted> moves,
        List<String> reigns,
        Optional<String> shadow,
        Map<String, ModelDropped> dropped,
        Map<String, String> beside) {
    /** Before anything was told. */
    public static final LineUp FIRST =
            new LineUp(Map.of(), List.of(), List.of(ExpertModel.ID), Optional.empty(), Map.of(), Map.of());

    public LineUp {
        admitted = Collections.unmodifiableMap(new LinkedHashMap<>(admitted));
        moves = List.copyOf(moves);
        reigns = List.copyOf(reigns);
        dropped = Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
        beside = Map.copyOf(beside);
    }

    public String champion() {
        return reigns.getLast();
    }

    /** Who spoke before the champion does, to go back to. */
    public Optional<String> before() {
        return reigns.size() < 2 ? Optional.empty() : Optional.of(reigns.get(reigns.size() - 2));
    }

    /** The champion beside which a model is shadow, or last was. */
    public Optional<String> besideWhom(String model) {
        return Optional.ofNullable(beside.get(model));
    }

    public boolean knows(String model) {
        return model.equals(ExpertModel.ID) || admitted.containsKey(model);
    }

    public ModelState state(String model) {
        if (model.equals(champion())) {
            return ModelState.CHAMPION;
        }
        if (shadow.filter(model::equals).isPresent()) {
            return ModelState.SHADOW;
        }
        return moves.stream().anyMatch(move -> move.model().equals(model)) || model.equals(ExpertModel.ID)
                ? ModelState.RETIRED
                : ModelState.CANDIDATE;
    }

    /** The moves of a model, oldest first. */
    public List<ModelPromoted> movesOf(String model) {
        return moves.stream().filter(move -> move.model().equals(model)).toList();
    }

    /** Whether a move would have an effect on a model that is known. */
    public boolean mayMove(String model, ModelState to) {
        return knows(model) && moves(model, to);
    }

    /** Who speaks, is listened to, or may have to speak again at once. */
    public Set<String> needed() {
        Set<String> needed = new HashSet<>(List.of(ExpertModel.ID, champion()));
        shadow.ifPresent(needed::add);
        before().ifPresent(needed::add);
        return needed;
    }

    public boolean mayDrop(String model) {
        return knows(model) && !needed().contains(model);
    }

    private boolean moves(String model, ModelState to) {
        boolean shadowing = shadow.filter(model::equals).isPresent();
        return !dropped.containsKey(model)
                && !model.equals(champion())
                && switch (to) {
                    case CANDIDATE -> false;
                    case SHADOW -> !shadowing;
                    case RETIRED -> shadowing;
                    case CHAMPION -> true;
                };
    }

    public LineUp with(Admitted model) {
        Map<String, Admitted> more = new LinkedHashMap<>(admitted);
        more.putIfAbsent(model.id(), model);
        return new LineUp(more, moves, reigns, shadow, without(dropped, model.id()), beside);
    }

    /** Without a model; where somebody promoted it meanwhile, nothing happens. */
    public LineUp with(ModelDropped drop) {
        String model = drop.model();
        if (needed().contains(model)) {
            return this;
        }
        Map<String, ModelDropped> more = new LinkedHashMap<>(dropped);
        more.put(model, drop);
        List<String> others = reigns.stream().filter(one -> !one.equals(model)).toList();
        return new LineUp(without(admitted, model), moves, others, shadow, more, beside);
    }

    private static <T> Map<String, T> without(Map<String, T> some, String model) {
        Map<String, T> fewer = new LinkedHashMap<>(some);
        fewer.remove(model);
        return fewer;
    }

    public LineUp with(ModelPromoted move) {
        String model = move.model();
        if (!moves(model, move.to())) {
            return this;
        }
        return switch (move.to()) {
            case CANDIDATE -> this;
            case SHADOW -> moved(move, reigns, Optional.of(model));
            case RETIRED -> moved(move, reigns, Optional.empty());
            case CHAMPION ->
                move.back()
                        ? before().filter(model::equals)
                                .map(_ -> moved(move, reigns.subList(0, reigns.size() - 1), without(model)))
                                .orElse(this)
                        : moved(move, and(reigns, model), without(model));
        };
    }

    private Optional<String> without(String model) {
        return shadow.filter(other -> !other.equals(model));
    }

    private LineUp moved(ModelPromoted move, List<String> champions, Optional<String> shadowing) {
        Map<String, String> stood = new HashMap<>(beside);
        shadowing.ifPresent(one -> stood.put(one, champions.getLast()));
        return new LineUp(admitted, and(moves, move), champions, shadowing, dropped, stood);
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }
}
