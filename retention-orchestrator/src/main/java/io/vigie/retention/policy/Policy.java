package io.vigie.retention.policy;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.DecisionTrace;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.law.Permission;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides about one customer: the first row that matches, then what stands in its way, then what pays. */
public final class Policy {
    private static final String BY_HAND = "chosen-by-a-person";
    private static final Due FOLLOW_UP = new Due.Days(2);
    private final PolicyText text;
    private final RuleTable table;
    private final PolicyFile figures;
    private final BusinessCalendar calendar;
    private final LawBook laws;

    private Policy(PolicyText text, ZoneId zone, LawBook laws) throws IOException {
        this.text = text;
        this.table = new RuleTable(text.table());
        this.table.rows();
        this.figures = Figures.read(text.figures());
        this.calendar = BusinessCalendar.of(this.figures.businessHours(), zone);
        this.laws = laws;
    }

    /** The policy that ships with Vigie. */
    public static Policy shipped(ZoneId zone, LawBook laws) {
        return of(PolicyText.shipped(), zone, laws);
    }

    /**
     * A policy as it is written.
     *
     * @throws IllegalArgumentException saying what is wrong in it
     */
    public static Policy of(PolicyText text, ZoneId zone, LawBook laws) {
        try {
            return new Policy(text, zone, laws);
        } catch (IOException e) {
            throw new IllegalArgumentException("policy.yaml: " + e.getMessage(), e);
        }
    }

    /** What every decision says it was made by. */
    public String version() {
        return figures.version();
    }

    /**
     * What to do.
     *
     * @throws IllegalArgumentException when the policy has no answer
     */
    public Decision decide(Occasion occasion) {
        Facts facts = facts(occasion);
        Row row = table.match(facts.asInputs(false));
        Deliberation deliberation = new Deliberation(occasion, facts, figures, row);
        return switch (row) {
            case Row.Act act -> deliberation.act(act, controlled(act, occasion, facts), calendar);
            case Row.NoAction noAction -> deliberation.noAction(noAction.because());
            case Row.KeepWatching _ -> new Decision.KeepWatching(facts.lookAgainAt());
        };
    }

    /** Whether the table, asked once more, leaves alone who is in the control group of the row's programme. */
    private boolean controlled(Row.Act act, Occasion occasion, Facts facts) {
        return act.programme()
                        .filter(programme -> figures.controlGroup(programme)
                                .takes(
                                        occasion.risk().customer(),
                                        occasion.risk().decisionInput()))
                        .isPresent()
                && table.match(facts.asInputs(true)) instanceof Row.NoAction instead
                && instead.because() == NoActionReason.CONTROL_GROUP;
    }

    /**
     * The next softer action that is open and pays, for a customer whom another did not reach.
     *
     * @param purpose what the customer must have agreed to
     * @param discreet whether the account manager must not come to know of it
     */
    public Optional<Step> softerThan(Action action, Occasion occasion, Purpose purpose, boolean discreet) {
        Options options = new Options(occasion, facts(occasion), figures, purpose, Optional.empty());
        Optional<Team> doer = discreet ? Optional.of(Team.SALES_DIRECTOR) : Optional.empty();
        return options.upTo(action, _ -> doer).stream()
                .filter(softer -> softer.action() != action && softer.offer().isEmpty())
                .filter(softer -> !discreet || softer.action() != Action.ACCOUNT_MANAGER_VISIT)
                .filter(softer -> softer.open() && softer.pays())
                .findFirst()
                .map(softer -> options.step(softer, doer, FOLLOW_UP.after(occasion.now(), calendar), false, true));
    }

    /**
     * An action that a person chose against the policy: it may not pay, but the law is nobody's to overrule.
     *
     * @param purpose what the customer must have agreed to
     * @return none where no way that it takes is open
     */
    public Optional<Decision.Act> chosenByHand(Action action, Optional<Team> team, Occasion occasion, Purpose purpose) {
        Team doer = team.orElse(figures.actions().get(action).team());
        Row.Act row = new Row.Act(
                BY_HAND, action, doer, FOLLOW_UP, Optional.empty(), Optional.of(action), false, Optional.empty());
        return new Deliberation(occasion, facts(occasion), figures, row).byHand(row, purpose, calendar);
    }

    /**
     * What this policy would do today where a decision was taken once.
     *
     * @param limited whether a limit on contacts was reached then
     * @param minorUnits in one major unit of the company's currency
     * @throws IllegalArgumentException where the decision did not write down enough
     */
    public List<Chance> wouldHaveDone(DecisionTrace then, boolean limited, Knowledge known, double minorUnits) {
        return new Hindsight(table, figures, then, minorUnits).chances(known, limited);
    }

    /** What chance each thing had when this policy took that decision. */
    public List<Chance> couldHaveDone(DecisionTrace then, boolean limited, double minorUnits) {
        return new Hindsight(table, figures, then, minorUnits).chancesThen(limited);
    }

    /** What the law says now of each channel, for whoever is about to make a contact. */
    public Map<Channel, Permission> permissions(Occasion occasion, Purpose purpose, Optional<String> matter) {
        WaysToReach ways = facts(occasion).ways(purpose, matter);
        Map<Channel, Permission> permissions = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            permissions.put(channel, laws.now(ways.approach(), channel, occasion.now()));
        }
        return permissions;
    }

    /**
     * What an offer is called by people; its own name where this policy does not know it, or not in that language.
     *
     * @param language ISO 639
     */
    public String offerName(String offer, String language) {
        return figures.offers().values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.name().equals(offer))
                .map(rule -> rule.says().getOrDefault(language, offer))
                .findFirst()
                .orElse(offer);
    }

    /** How much may be given away by offers in a month. */
    public OfferCaps offerCaps() {
        return OfferCaps.of(figures);
    }

    /** By when what a row asks for is due, if it is asked for then; none where no row of that name acts. */
    public Optional<Instant> dueBy(String rule, Instant from) {
        return table.rows().stream()
                .filter(row -> row.rule().equals(rule))
                .filter(Row.Act.class::isInstance)
                .map(row -> ((Row.Act) row).due().after(from, calendar))
                .findFirst();
    }

    /** As people read it. */
    public ReadOut readOut() {
        return new ReadOut(text, table.readings(), figures);
    }

    /** As it is written. */
    public PolicyText text() {
        return text;
    }

    /** What its rows are asked with. */
    Map<String, Object> inputs(Occasion occasion, boolean controlled) {
        return facts(occasion).asInputs(controlled);
    }

    /** When the teams work. */
    public BusinessCalendar calendar() {
        return calendar;
    }

    /** The names of its rows, in their order. */
    List<String> rules() {
        return table.rows().stream().map(Row::rule).toList();
    }

    private Facts facts(Occasion occasion) {
        return new Facts(occasion, figures, calendar, laws);
    }
}
