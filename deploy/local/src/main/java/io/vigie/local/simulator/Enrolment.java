package io.vigie.local.simulator;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.ContactDetails;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Potential;
import io.vigie.events.customer.Purpose;
import io.vigie.events.customer.Renewal;
import io.vigie.events.customer.Segment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws who the customers are; how they fare comes after. */
final class Enrolment {
    private static final List<String> COUNTRIES = List.of("FR", "FR", "FR", "FR", "FR", "FR", "FR", "FR", "BE", "DE");
    private static final Optional<String> PROOF = Optional.of("declared by the source");
    private static final List<Potential> POTENTIALS = List.of(
            Potential.LOW,
            Potential.LOW,
            Potential.LOW,
            Potential.LOW,
            Potential.LOW,
            Potential.LOW,
            Potential.MEDIUM,
            Potential.MEDIUM,
            Potential.MEDIUM,
            Potential.HIGH);
    private static final int ACCOUNT_MANAGERS = 12;
    private static final double STRATEGIC_FROM = 2_000_000;
    private static final double STRATEGIC_SHARE = 0.2;
    private static final double OBJECTING = 0.02;
    private static final double LEAST_MARGIN = 1_000;
    private static final double OLDEST_DAYS = 1_095;
    private static final double LAST_JOIN = 0.88;

    private final Model model;
    private final HistoryPlan plan;

    Enrolment(Model model, HistoryPlan plan) {
        this.model = model;
        this.plan = plan;
    }

    Subject draw(int number, Dice dice) {
        CustomerKind kind = kindOf(dice.between(0, 1));
        boolean newcomer = dice.chance(model.newcomers());
        Instant since = newcomer ? Days.after(plan.start(), dice.between(1, plan.days() * LAST_JOIN)) : plan.start();
        String id = String.format(Locale.ROOT, "c-%05d", number);
        Optional<Terms> terms =
                kind.contract() ? Optional.of(terms(id, kind, since, newcomer, dice)) : Optional.empty();
        long margin = Math.max((long) LEAST_MARGIN, Math.round(dice.logNormal(kind.margin()) / 100) * 100);
        double every = kind.contract() ? 0 : dice.logNormal(kind.orderEveryDays());
        double amount = kind.contract() ? 0 : margin / model.orders().marginShare() * every / Days.A_YEAR;
        Customer master = master(id, kind, since, margin, terms, dice);
        return new Subject(master, kind, 1, since, newcomer, dice.normal(), terms, every, amount);
    }

    private CustomerKind kindOf(double draw) {
        double upTo = 0;
        for (CustomerKind kind : model.kinds()) {
            upTo += kind.share();
            if (draw < upTo) {
                return kind;
            }
        }
        return model.kinds().getLast();
    }

    private static Terms terms(String id, CustomerKind kind, Instant since, boolean newcomer, Dice dice) {
        Instant start = newcomer
                ? since
                : Days.after(since, -dice.between(1, OLDEST_DAYS)).truncatedTo(ChronoUnit.DAYS);
        return new Terms(
                id + "-contract-1",
                dice.chance(kind.tacit()) ? Renewal.TACIT : Renewal.EXPLICIT,
                start,
                kind.termMonths());
    }

    private static Customer master(
            String id, CustomerKind kind, Instant since, long margin, Optional<Terms> terms, Dice dice) {
        boolean business = kind.segment() == Segment.B2B;
        return new Customer(
                id,
                since,
                Optional.empty(),
                Optional.of(kind.segment()),
                Optional.of(margin),
                "EUR",
                dice.oneOf(POTENTIALS),
                business && margin >= STRATEGIC_FROM && dice.chance(STRATEGIC_SHARE),
                business
                        ? Optional.of(String.format(Locale.ROOT, "am-%02d", 1 + dice.upTo(ACCOUNT_MANAGERS)))
                        : Optional.empty(),
                Optional.of(dice.oneOf(COUNTRIES)),
                Optional.of("fr"),
                ContactDetails.NONE,
                reachable(kind, dice),
                consents(kind, since, dice),
                terms.map(running -> running.at(since)),
                dice.chance(OBJECTING),
                Optional.empty(),
                Map.of("kind", kind.name()),
                Map.of(),
                Optional.empty(),
                List.of());
    }

    private static Set<Channel> reachable(CustomerKind kind, Dice dice) {
        Set<Channel> reachable = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            if (dice.chance(kind.reachable().getOrDefault(channel, 0.0))) {
                reachable.add(channel);
            }
        }
        return reachable;
    }

    private static List<Consent> consents(CustomerKind kind, Instant since, Dice dice) {
        List<Consent> consents = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            double given = kind.consents().getOrDefault(channel, 0.0);
            if (given > 0) {
                boolean yes = dice.chance(given);
                consents.add(new Consent(channel, Purpose.RETENTION, yes, since, PROOF));
                consents.add(new Consent(channel, Purpose.WIN_BACK, yes && dice.chance(given), since, PROOF));
            }
        }
        return consents;
    }
}
