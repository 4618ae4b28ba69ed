package io.vigie.retention.policy;

import io.vigie.events.DataFiles;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Decides about one customer: the first row that matches, then the channels that are open, then what pays. */
public final class Policy {
    private static final String TABLE = "default.dmn";
    private static final String FIGURES = "policy.yaml";
    private static final double PROPENSITY = 1.0;
    private static final Due FOLLOW_UP = new Due.Days(2);
    private final RuleTable table;
    private final PolicyFile figures;
    private final BusinessCalendar calendar;

    private Policy(Reader table, String figures, ZoneId zone) throws IOException {
        this.table = new RuleTable(table);
        this.figures = DataFiles.yaml().readValue(figures, PolicyFile.class);
        this.calendar = BusinessCalendar.of(this.figures.businessHours(), zone);
    }

    /** The policy that ships with Vigie. */
    public static Policy shipped(ZoneId zone) {
        try {
            return new Policy(new StringReader(shipped(TABLE)), shipped(FIGURES), zone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A company's own: {@code default.dmn} and {@code policy.yaml}, each shipped where the folder lacks it.
     *
     * @throws IllegalArgumentException naming the folder and what is wrong in it
     */
    public static Policy of(Path folder, ZoneId zone) {
        try {
            return new Policy(new StringReader(own(folder, TABLE)), own(folder, FIGURES), zone);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("policy in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * What to do.
     *
     * @param now the instant decided for
     * @param answeredAt when a case of this customer last came to its end or to its waiting
     * @throws IllegalArgumentException when the policy has no answer
     */
    public Decision decide(RiskAssessed risk, Instant now, Optional<Instant> answeredAt) {
        Facts facts = facts(risk, now, answeredAt);
        Worth worth = new Worth(risk, facts, figures);
        return switch (table.match(facts.asInputs())) {
            case Row.Act row -> act(row, risk, facts, worth, now);
            case Row.NoAction row ->
                new Decision.LetGo(row.because(), trace(row, risk, worth, Optional.empty()), facts.lookAgainAt());
            case Row.KeepWatching _ -> new Decision.KeepWatching(facts.lookAgainAt());
        };
    }

    /**
     * The next softer action that is open and pays, for a customer whom another did not reach.
     *
     * @param discreet whether the account manager must not come to know of it
     */
    public Optional<Step> softerThan(Action action, RiskAssessed risk, Instant now, boolean discreet) {
        Facts facts = facts(risk, now, Optional.empty());
        Worth worth = new Worth(risk, facts, figures);
        return Choice.fromHardest(action)
                .skip(1)
                .filter(softer -> !discreet || softer != Action.ACCOUNT_MANAGER_VISIT)
                .filter(softer -> Choice.open(softer, risk, facts) && worth.pays(softer))
                .findFirst()
                .map(softer -> worth.step(
                        softer,
                        discreet ? Optional.of(Team.SALES_DIRECTOR) : Optional.empty(),
                        FOLLOW_UP.after(now, calendar),
                        false));
    }

    /** When the teams work. */
    public BusinessCalendar calendar() {
        return calendar;
    }

    /** The names of its rows, in their order. */
    List<String> rules() {
        return table.rows().stream().map(Row::rule).toList();
    }

    private Decision act(Row.Act row, RiskAssessed risk, Facts facts, Worth worth, Instant now) {
        Choice choice = new Choice(row, risk, facts, worth, row.due().after(now, calendar));
        List<Step> steps = choice.steps();
        if (steps.isEmpty()) {
            NoActionReason because = choice.anyOpen() ? NoActionReason.NOT_WORTH_IT : NoActionReason.NO_CONSENT;
            return new Decision.LetGo(because, trace(row, risk, worth, Optional.empty()), facts.lookAgainAt());
        }
        Optional<Long> profit = Optional.of(steps.getLast().expectedProfit());
        List<Reason> why = risk.unpaid().probability() > risk.byChoice().probability()
                ? risk.unpaid().reasons()
                : risk.byChoice().reasons();
        Optional<String> about =
                row.answers().flatMap(type -> type.equals("anniversary") ? facts.anniversary() : Optional.of(type));
        return new Decision.Act(
                about,
                steps,
                why,
                trace(row, risk, worth, profit),
                risk.decisionInput().currency(),
                facts.lookAgainAt());
    }

    private DecisionTrace trace(Row row, RiskAssessed risk, Worth worth, Optional<Long> expectedProfit) {
        return new DecisionTrace(
                figures.version(),
                row.rule(),
                PROPENSITY,
                risk.decisionInput().segment(),
                risk.level(),
                risk.probability(),
                risk.cause(),
                expectedProfit,
                worth.stake());
    }

    private Facts facts(RiskAssessed risk, Instant now, Optional<Instant> answeredAt) {
        return new Facts(risk, now, answeredAt, calendar, figures.complaintPatience());
    }

    private static String own(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file) : shipped(name);
    }

    private static String shipped(String name) throws IOException {
        try (InputStream file = Policy.class.getResourceAsStream("/policy/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the shipped policy lacks " + name);
            }
            return new InputStreamReader(file, StandardCharsets.UTF_8).readAllAsString();
        }
    }
}
