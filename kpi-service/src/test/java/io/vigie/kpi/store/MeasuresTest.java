package io.vigie.kpi.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.retention.InterviewWay;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.Life;
import io.vigie.events.risk.LifeState;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import io.vigie.kpi.Facts;
import io.vigie.kpi.History;
import io.vigie.kpi.measure.EffortToLeave;
import io.vigie.kpi.measure.EffortToLeave.Spread;
import io.vigie.kpi.measure.Interviews;
import io.vigie.kpi.measure.Kpis;
import io.vigie.kpi.measure.Period;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class MeasuresTest {
    private static final Instant BEGIN = History.at("2025-01-01");
    private static final int DAYS = 200;

    @Inject
    Ledger ledger;

    @Inject
    Measures measures;

    @Inject
    Facts facts;

    @BeforeEach
    void nothingIsKnown() {
        facts.forget();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void shuffledAndDuplicatedEventsAreMeasuredAsIfToldInOrder(long seed) {
        Random random = new Random(seed);
        History history = anyHistory(random);
        List<Delivery> shuffled = shuffledWithDuplicates(history, random);

        for (int next = 0; next < shuffled.size(); next += 50) {
            ledger.keep(shuffled.subList(next, Math.min(shuffled.size(), next + 50)));
        }

        Retold retold = new Retold(history.events().stream()
                .map(record -> (RiskAssessed) record.event().data())
                .toList());
        for (int turn = 0; turn < 10; turn++) {
            Period period = anyPeriod(random);
            Kpis kpis = measures.of(period);
            assertThat(kpis.customers()).isEqualTo(retold.customers(period));
            assertThat(kpis.churn()).isEqualTo(retold.churn(period));
            assertThat(kpis.customersAtStart()
                            + kpis.newCustomers()
                            - kpis.churn().customersLost().total())
                    .isEqualTo(kpis.customersAtEnd());
        }
    }

    @Test
    void whatLeavingTakesIsToldOnceFiveHaveLeft() {
        History history = new History();
        for (int i = 1; i <= 4; i++) {
            history.left("n-" + i, "2025-02-01", "2025-02-02", "2025-03-01", i);
        }
        ledger.keep(shuffledWithDuplicates(history, new Random(1)));
        Period year = new Period(History.at("2025-01-01"), History.at("2026-01-01"));
        assertThat(measures.of(year).work().effortToLeave())
                .isEqualTo(new EffortToLeave(hidden(4), hidden(4), hidden(4)));

        ledger.keep(shuffledWithDuplicates(
                history.left("n-5", "2025-02-01", "2025-02-06", "2025-04-01", 9), new Random(2)));
        EffortToLeave effort = measures.of(year).work().effortToLeave();
        assertThat(effort.hoursToConfirm()).isEqualTo(new Spread(5, Optional.of(24.0), Optional.of(100.8)));
        assertThat(effort.daysToEnd().median()).contains(28.0);
        assertThat(effort.contacts().median()).contains(3.0);
        assertThat(measures.of(new Period(History.at("2025-03-15"), History.at("2025-12-01")))
                        .work()
                        .effortToLeave()
                        .daysToEnd())
                .isEqualTo(hidden(1));
    }

    @Test
    void whyTheyLeftIsToldByReasonOnceFiveHaveSaidIt() {
        History history = new History();
        for (int i = 1; i <= 6; i++) {
            history.asked("i-" + i, "2025-02-01");
        }
        for (int i = 1; i <= 4; i++) {
            history.saidWhy("i-" + i, "2025-02-10", InterviewWay.LINK, Cause.PRICE);
        }
        ledger.keep(shuffledWithDuplicates(history, new Random(1)));
        Period year = new Period(History.at("2025-01-01"), History.at("2026-01-01"));
        assertThat(measures.of(year).work().interviews()).isEqualTo(new Interviews(6, 4, Map.of()));

        ledger.keep(shuffledWithDuplicates(
                history.saidWhy("i-7", "2025-02-11", InterviewWay.INTERVIEW, Cause.SERVICE), new Random(2)));

        assertThat(measures.of(year).work().interviews())
                .isEqualTo(new Interviews(7, 5, Map.of(Cause.PRICE, 4L, Cause.SERVICE, 1L)));
        assertThat(measures.of(new Period(History.at("2025-03-01"), History.at("2025-12-01")))
                        .work()
                        .interviews()
                        .held())
                .isZero();
    }

    @Test
    void whoIsAskedAndAnswersTwiceIsOneLeaverWithTheReasonGivenLast() {
        History history = new History();
        for (int i = 1; i <= 5; i++) {
            history.asked("twice-" + i, "2023-02-01")
                    .saidWhy("twice-" + i, "2023-02-10", InterviewWay.LINK, Cause.PRICE)
                    .saidWhy("twice-" + i, "2023-02-20", InterviewWay.INTERVIEW, Cause.SERVICE);
        }
        ledger.keep(shuffledWithDuplicates(history, new Random(3)));

        assertThat(measures.of(new Period(History.at("2023-01-01"), History.at("2024-01-01")))
                        .work()
                        .interviews())
                .isEqualTo(new Interviews(5, 5, Map.of(Cause.SERVICE, 5L)));
    }

    private static Spread hidden(long count) {
        return new Spread(count, Optional.empty(), Optional.empty());
    }

    private static Period anyPeriod(Random random) {
        Instant from = BEGIN.plus(Duration.ofDays(random.nextInt(DAYS)));
        return new Period(from, from.plus(Duration.ofDays(1 + random.nextInt(90))));
    }

    private static History anyHistory(Random random) {
        History history = new History();
        for (int customer = 0; customer < 15; customer++) {
            oneCustomer(history, "c-" + customer, random);
        }
        return history;
    }

    /** Lives that end, begin again, and are now and then told otherwise later. */
    private static void oneCustomer(History history, String customer, Random random) {
        int number = 1;
        Instant started = BEGIN.plus(Duration.ofDays(random.nextInt(60)));
        boolean active = true;
        for (int day = 0; day < DAYS; day += random.nextInt(20)) {
            Instant asOf = started.plus(Duration.ofDays(day));
            switch (random.nextInt(6)) {
                case 0 -> active = false;
                case 1 -> {
                    number = active ? number : number + 1;
                    active = true;
                }
                case 2 -> number = Math.max(1, number - random.nextInt(2));
                default -> {}
            }
            history.assessed(
                    customer,
                    asOf,
                    any(RiskLevel.values(), random),
                    1 + random.nextInt(900),
                    life(number, started.plus(Duration.ofDays(40L * (number - 1))), asOf, active, random),
                    pastLives(number, started, random));
        }
    }

    private static Life[] pastLives(int before, Instant started, Random random) {
        return IntStream.range(1, random.nextBoolean() ? before : 1)
                .mapToObj(number -> life(
                        number,
                        started.plus(Duration.ofDays(40L * (number - 1))),
                        started.plus(Duration.ofDays(40L * number - random.nextInt(30))),
                        false,
                        random))
                .toArray(Life[]::new);
    }

    private static Life life(int number, Instant started, Instant asOf, boolean active, Random random) {
        Instant since = started.isBefore(asOf) ? started : asOf;
        return active
                ? new Life(number, LifeState.ACTIVE, since, Optional.empty(), Optional.empty(), Optional.empty())
                : new Life(
                        number,
                        LifeState.LOST,
                        since,
                        Optional.of(asOf),
                        random.nextBoolean() ? Optional.of(any(Leaving.values(), random)) : Optional.empty(),
                        Optional.of(any(Cause.values(), random)));
    }

    private static List<Delivery> shuffledWithDuplicates(History history, Random random) {
        List<Delivery> deliveries = new ArrayList<>();
        for (History.Sent record : history.events()) {
            Delivery delivery = new Delivery(
                    record.topic(),
                    0,
                    deliveries.size(),
                    Optional.empty(),
                    Optional.empty(),
                    new Delivery.Reading.Read(record.event()));
            deliveries.add(delivery);
        }
        List<Delivery> shuffled = new ArrayList<>(deliveries);
        deliveries.stream().filter(_ -> random.nextInt(5) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static <E> E any(E[] choices, Random random) {
        return choices[random.nextInt(choices.length)];
    }
}
