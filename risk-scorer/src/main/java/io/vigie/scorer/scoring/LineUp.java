package io.vigie.scorer.scoring;

import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 */
public record LineUp(
        Map<String, Admitted> admitted,
        List<ModelPromoted> moves,
        List<String> reigns,
        Optional<String> shadow,
        Map<String, ModelDropped> dropped) {
    /** Before anything was told. */
    public static final LineUp FIRST =
            new LineUp(Map.of(), List.of(), List.of(ExpertModel.ID), Optional.empty(), Map.of());

    public LineUp {
        admitted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(admitted));
        moves = List.copyOf(moves);
        reigns = List.copyOf(reigns);
        dropped = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(dropped));
    }

    public String champion() {
        return reigns.getLast();
    }

    /** Who spoke before the champion does, to go back to. */
    public Optional<String> before() {
        return reigns.size() < 2 ? Optional.empty() : Optional.of(reigns.get(reigns.size() - 2));
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

    /** The champion beside which a model is shadow, or last was. */
    public Optional<String> besideWhom(String model) {
        LineUp then = new LineUp(admitted, List.of(), FIRST.reigns(), Optional.empty(), Map.of());
        Optional<String> beside = Optional.empty();
        for (ModelPromoted move : moves) {
            then = then.with(move);
            beside = then.shadow().filter(model::equals).isPresent() ? Optional.of(then.champion()) : beside;
        }
        return beside;
    }

    /** The moves of a model, oldest first. */
    public List<ModelPromoted> movesOf(String model) {
        return moves.stream().filter(move -> move.model().equals(model)).toList();
    }

    /** Whether a move would have an effect on a model that is known. */
    public boolean mayMove(String model, ModelState to) {
        return knows(model) && moves(model, to);
    }

    /** Whether nobody would miss it: it neither speaks nor is listened to, and nothing leads back to it. */
    public boolean mayDrop(String model) {
        return knows(model) && !missed(model);
    }

    private boolean missed(String model) {
        return model.equals(ExpertModel.ID)
                || model.equals(champion())
                || shadow.filter(model::equals).isPresent()
                || before().filter(model::equals).isPresent();
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
        Map<String, ModelDropped> fewer = new LinkedHashMap<>(dropped);
        fewer.remove(model.id());
        return new LineUp(more, moves, reigns, shadow, fewer);
    }

    /** Without a model; where somebody promoted it meanwhile, nothing happens. */
    public LineUp with(ModelDropped drop) {
        String model = drop.model();
        if (missed(model)) {
            return this;
        }
        Map<String, Admitted> fewer = new LinkedHashMap<>(admitted);
        fewer.remove(model);
        Map<String, ModelDropped> more = new LinkedHashMap<>(dropped);
        more.put(model, drop);
        List<String> others = reigns.stream().filter(one -> !one.equals(model)).toList();
        return new LineUp(fewer, moves, others, shadow, more);
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
                                .map(_ -> sentBack(move))
                                .orElse(this)
                        : moved(move, and(reigns, model), shadow.filter(other -> !other.equals(model)));
        };
    }

    private LineUp sentBack(ModelPromoted move) {
        return moved(move, reigns.subList(0, reigns.size() - 1), shadow.filter(other -> !other.equals(move.model())));
    }

    private LineUp moved(ModelPromoted move, List<String> champions, Optional<String> beside) {
        return new LineUp(admitted, and(moves, move), champions, beside, dropped);
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }
}
