package io.vigie.retention.policy;

import io.vigie.events.retention.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Picks among what is open: the row's action, else the hardest softer one that pays. A small share is drawn among all that
 * pay, so that other policies can be judged by what came of it.
 *
 * @param all from the hardest down
 * @param exploration the share that is drawn
 * @param seed what the draw is made from
 */
record Pick(Row.Act row, List<Option> all, double exploration, String seed) {
    /**
     * @param propensity probability of picking it
     */
    record Chosen(Option option, double propensity) {}

    boolean anyOpen() {
        return all.stream().anyMatch(Option::open);
    }

    Optional<Chosen> chosen() {
        List<Option> worthIt = worthIt();
        if (worthIt.isEmpty()) {
            return Optional.empty();
        }
        double drawn = row.programme().isPresent() ? exploration : 0;
        double each = drawn / worthIt.size();
        double draw = Draw.of(seed, "exploration");
        int index = draw < drawn ? (int) (draw / each) : 0;
        return Optional.of(new Chosen(worthIt.get(index), index == 0 ? 1 - drawn + each : each));
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
                .filter(option -> owedAnswer(option.action()) || option.profit() > 0)
                .toList();
    }

    private boolean owedAnswer(Action action) {
        return row.floor().filter(floor -> action.compareTo(floor) <= 0).isPresent();
    }
}
