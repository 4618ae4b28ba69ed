package io.vigie.retention.policy;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskAssessed;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the action that a row asks for to one that is open to this customer and pays: itself, or a softer one. */
record Choice(Row.Act row, RiskAssessed risk, Facts facts, Worth worth, Instant dueAt) {

    List<Step> steps() {
        return Stream.concat(acknowledgement().stream(), chosen().stream()).toList();
    }

    /** Whether the row's action, or a softer one, could be taken at all. */
    boolean anyOpen() {
        return fromHardest(row.action()).anyMatch(action -> open(action, risk, facts));
    }

    /** Owed to who gives notice: durable, so by message or else by letter, without consent and whatever it brings. */
    private Optional<Step> acknowledgement() {
        return Stream.of(Action.MESSAGE, Action.LETTER)
                .filter(action -> row.acknowledge() && facts.ways().usable(action))
                .findFirst()
                .map(action -> worth.step(action, Optional.of(row.team()), dueAt, true));
    }

    private Optional<Step> chosen() {
        return fromHardest(row.action())
                .filter(action -> open(action, risk, facts))
                .filter(action -> owedAnswer(action) || worth.pays(action))
                // who has given notice gets the row's own action or is left in peace
                .filter(action -> !row.acknowledge() || action == row.action())
                .findFirst()
                .map(action -> worth.step(action, team(action), dueAt, false));
    }

    private boolean owedAnswer(Action action) {
        return row.floor().filter(floor -> action.compareTo(floor) <= 0).isPresent();
    }

    private Optional<Team> team(Action action) {
        boolean rowsOwn = action == row.action() || row.answers().isPresent();
        return rowsOwn ? Optional.of(row.team()) : Optional.empty();
    }

    static Stream<Action> fromHardest(Action action) {
        return Arrays.stream(Action.values())
                .sorted(Comparator.reverseOrder())
                .filter(other -> other.compareTo(action) <= 0);
    }

    /** An account manager never visits a customer who has an incident with them open, nor a consumer. */
    static boolean open(Action action, RiskAssessed risk, Facts facts) {
        boolean fitting = action != Action.ACCOUNT_MANAGER_VISIT
                || (risk.decisionInput().segment() == Segment.B2B && !facts.incidentOpen());
        return fitting && facts.ways().open(action);
    }
}
