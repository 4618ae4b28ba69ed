package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Picks among what is open: the row's action, else the hardest softer one that pays. A small share is drawn among all that
 * pay, so that other policies can be judged by what came of it.
 *
 * @param all from the hardest down
 * @param exploration the share that is drawn
 */
record Pick(Row.Act row, List<Option> all, double exploration) {
    /**
     * @param propensity probability of picking it
     */
    record Chosen(Option option, double propensity) {}

    boolean anyOpen() {
        return all.stream().anyMatch(Option::open);
    }

    /**
     * @param seed what the draw is made from
     */
    Optional<Chosen> chosen(String seed) {
        List<Chosen> chances = chances();
        if (chances.isEmpty()) {
            return Optional.empty();
        }
        double drawn = drawn();
        double draw = Draw.of(seed, "exploration");
        return Optional.of(chances.get(draw < drawn ? (int) (draw / (drawn / chances.size())) : 0));
    }

    /** All that could be picked, the first most likely; nothing where nothing is worth it. */
    List<Chosen> chances() {
        List<Option> worthIt = worthIt();
        double each = drawn() / Math.max(1, worthIt.size());
        return IntStream.range(0, worthIt.size())
                .mapToObj(i -> new Chosen(worthIt.get(i), i == 0 ? 1 - drawn() + each : each))
                .toList();
    }

    private double drawn() {
        return row.programme().isPresent() ? exploration : 0;
    }

    /** Of each action the one whose offer brings most; who has given notice gets the row's own or is left in peace. */
    private List<Option> worthIt() {
        return all.stream()
                .map(Option::action)
                .distinct()
                .filter(action -> !row.acknowledge() || action == row.action())
                .flatMap(action -> all.stream()
                        .filter(option -> option.action() == action && option.open())
                        .max(Comparator.comparing(Option::profit)
                                .thenComparing(option -> option.offer().isPresent()))
                        .stream())
                .filter(option -> owedAnswer(option.action()) || option.pays())
                .toList();
    }

    private boolean owedAnswer(Action action) {
        return row.floor().filter(floor -> action.compareTo(floor) <= 0).isPresent();
    }
}
