package io.vigie.local.proof;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Segment;
import io.vigie.events.risk.DecisionInput;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.risk.Trigger;
import io.vigie.events.signal.Cause;
import io.vigie.local.simulator.History;
import io.vigie.local.simulator.HistoryPlan;
import io.vigie.local.simulator.Simulator;
import io.vigie.local.simulator.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many simulated companies, scored by somebody who knows as much of the truth as a good scorer does and can be taken at their
 * word: whoever leaves within the horizon draws a score from N(1.4, 1), the others from N(0, 1), which is an AUC of .84, and
 * the probability is what Bayes makes of that score.
 */
final class Worlds {
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration QUARTER = Duration.ofDays(91);
    private static final int QUARTERS = 7;
    private static final double APART = 1.4;
    private static final int HORIZON_DAYS = 90;
    private static final double NEVER = -9;
    /** The share of each segment that leaves within the horizon, over many companies. */
    private static final double B2B_BASE = 0.058;

    private static final double B2C_BASE = 0.0635;

    private static final int CUSTOMERS = 400;
    private static final int COMPANIES = Math.max(30, Integer.getInteger("vigie.seeds", 30));

    private Worlds() {}

    /** Simulated when first asked for. */
    private static final class Simulated {
        private static final List<List<Scene>> ALL = IntStream.rangeClosed(1, COMPANIES)
                .mapToObj(seed -> company(seed, CUSTOMERS))
                .toList();
    }

    /** Thirty companies, the same for whoever asks; more with {@code -Dvigie.seeds=}. */
    static List<List<Scene>> companies() {
        return Simulated.ALL;
    }

    /** Everybody of one company, at seven instants, a quarter apart. */
    static List<Scene> company(long seed, int customers) {
        History history = Simulator.simulate(HistoryPlan.usual().withSeed(seed).withCustomers(customers));
        Map<String, List<Truth>> lives = history.truths().stream().collect(Collectors.groupingBy(Truth::customer));
        Random chance = new Random(seed);
        return IntStream.rangeClosed(1, QUARTERS)
                .mapToObj(quarter -> END.minus(QUARTER.multipliedBy(quarter)))
                .flatMap(at -> history.customers().stream().flatMap(customer -> living(lives.get(customer.id()), at)
                        .map(life -> new Scene(assessed(customer, life, at, chance), life))))
                .toList();
    }

    /** Of whom nobody could keep nothing is learned. */
    private static Stream<Truth> living(List<Truth> lives, Instant at) {
        return lives.stream()
                .filter(life -> !life.since().isAfter(at))
                .filter(life -> life.leaves()
                        .map(end -> end.at().isAfter(at) && end.leaving() != Leaving.UNAVOIDABLE)
                        .orElse(true))
                .limit(1);
    }

    private static RiskAssessed assessed(Customer customer, Truth life, Instant at, Random chance) {
        boolean leaves = life.leaves()
                .filter(end -> !end.at().isAfter(at.plus(Duration.ofDays(HORIZON_DAYS))))
                .isPresent();
        double base = customer.segment().orElseThrow() == Segment.B2B ? B2B_BASE : B2C_BASE;
        double score = chance.nextGaussian() + (leaves ? APART : 0);
        double logOdds = Math.log(base / (1 - base)) + APART * score - APART * APART / 2;
        double probability = 1 / (1 + Math.exp(-logOdds));
        return new RiskAssessed(
                customer.id(),
                at,
                at,
                Trigger.SIGNAL,
                Optional.empty(),
                HORIZON_DAYS,
                probability,
                level(probability, base),
                RiskLevel.STABLE,
                new RiskShare(probability, logOdds, Math.log(base / (1 - base)), List.of()),
                new RiskShare(0, NEVER, NEVER, List.of()),
                Cause.SERVICE,
                Optional.empty(),
                new Life(1, LifeState.ACTIVE, life.since(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                input(customer),
                "simulated",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** As the scorecard's levels are: multiples of the base. */
    private static RiskLevel level(double probability, double base) {
        if (probability >= 8 * base) {
            return RiskLevel.URGENT;
        }
        if (probability >= 4 * base) {
            return RiskLevel.AT_RISK;
        }
        return probability >= 2 * base ? RiskLevel.WATCH : RiskLevel.STABLE;
    }

    private static DecisionInput input(Customer customer) {
        Set<Channel> reachable = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values()).filter(customer::reachableBy).forEach(reachable::add);
        return new DecisionInput(
                true,
                customer.segment().orElseThrow(),
                customer.yearlyMargin().orElseThrow(),
                customer.currency(),
                customer.potential(),
                customer.strategic(),
                customer.accountManager(),
                customer.country(),
                Optional.empty(),
                reachable,
                customer.consents(),
                customer.objection(),
                List.of());
    }
}
