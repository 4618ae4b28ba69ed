package io.vigie.scorer.scoring;

import io.vigie.events.model.ModelAdmitted;
import io.vigie.events.model.ModelPromoted;
import io.vigie.events.model.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All models and where each stands: what was told of them so far, in its order, so that every instance comes to the same.
 * Of the move to somewhere it cannot go, nothing happens.
 *
 * @param admitted by id, oldest first; the scorecard is always there and not among them
 * @param moves that had an effect, oldest first
 * @param reigns the champions, the first being the scorecard and the last who speaks now; who was sent back is out
 * @param shadow who scores beside the champion
 */
public record LineUp(
        Map<String, ModelAdmitted> admitted, List<ModelPromoted> moves, List<String> reigns, Optional<String> shadow) {
    /** Before anything was told. */
    public static final LineUp FIRST = new LineUp(Map.of(), List.of(), List.of(ExpertModel.ID), Optional.empty());

    public LineUp {
        admitted = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(admitted));
        moves = List.copyOf(moves);
        reigns = List.copyOf(reigns);
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
        LineUp then = new LineUp(admitted, List.of(), FIRST.reigns(), Optional.empty());
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

    /** Whether a move would have an effect. */
    public boolean mayMove(String model, ModelState to) {
        boolean shadowing = shadow.filter(model::equals).isPresent();
        return knows(model)
                && !model.equals(champion())
                && switch (to) {
                    case CANDIDATE -> false;
                    case SHADOW -> !shadowing;
                    case RETIRED -> shadowing;
                    case CHAMPION -> true;
                };
    }

    public LineUp with(ModelAdmitted model) {
        Map<String, ModelAdmitted> more = new LinkedHashMap<>(admitted);
        more.putIfAbsent(model.id(), model);
        return new LineUp(more, moves, reigns, shadow);
    }

    public LineUp with(ModelPromoted move) {
        String model = move.model();
        if (!mayMove(model, move.to())) {
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
        return new LineUp(admitted, and(moves, move), champions, beside);
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }
}
