package io.vigie.retention.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.law.LawBook;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.PolicyText;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two instances over one database, each reading the schedule when it pleases, far from the days of other tests. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class PolicySwitchTest {
    private static final Instant BEGIN = Instant.parse("2041-03-03T10:00:00Z");

    @Inject
    PolicyRows rows;

    @Inject
    AuditLog audit;

    @Inject
    Policy given;

    @Inject
    LawBook laws;

    @Inject
    Savings savings;

    @Inject
    Values values;

    @Inject
    Loads loads;

    @Inject
    Beginning beginning;

    @Inject
    RetentionSettings settings;

    private final AtomicReference<Instant> wallClock = new AtomicReference<>(BEGIN);

    @Test
    void fromItsInstantOnEveryDecisionOnBothInstancesIsMadeUnderTheNewVersion() {
        StandingRules one = instance();
        StandingRules other = instance();
        Random chance = new Random(5);
        String before = one.at(BEGIN).version();
        PolicyShelf shelf = shelf();
        shelf.draft(draft("switch-1"), "manager");
        shelf.approve("switch-1", "second", Optional.empty());
        int published = 40 + chance.nextInt(40);
        Optional<Instant> from = Optional.empty();

        for (int tenth = 0; tenth < 400; tenth++) {
            wallClock.set(BEGIN.plusMillis(100L * tenth));
            if (tenth == published) {
                from = shelf.publish("switch-1", Optional.empty(), "manager", Optional.empty())
                        .liveFrom();
            }
            if (chance.nextInt(3) == 0) {
                assertDecidedUnder(one, from, before);
            }
            if (chance.nextInt(60) == 0) {
                assertDecidedUnder(other, from, before);
            }
        }

        assertThat(from).contains(BEGIN.plusMillis(100L * published).plus(PolicyShelf.NOTICE));
        assertDecidedUnder(one, from, before);
        assertDecidedUnder(other, from, before);
        assertThat(one.at(wallClock.get()).version()).isEqualTo("switch-1");
    }

    /** For what was assessed just now, and a little while ago. */
    private void assertDecidedUnder(StandingRules rules, Optional<Instant> from, String before) {
        for (Duration ago : new Duration[] {Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(3)}) {
            Instant assessed = wallClock.get().minus(ago);
            String expected =
                    from.filter(instant -> !assessed.isBefore(instant)).isPresent() ? "switch-1" : before;
            assertThat(rules.at(assessed).version())
                    .as("assessed at %s, live from %s", assessed, from)
                    .isEqualTo(expected);
        }
    }

    private StandingRules instance() {
        return new StandingRules(
                given, laws, savings, values, loads, beginning, rows, settings, ticking(), new SimpleMeterRegistry());
    }

    private PolicyShelf shelf() {
        return new PolicyShelf(rows, audit, given, laws, settings, ticking());
    }

    private Clock ticking() {
        InstantSource hands = wallClock::get;
        return hands.withZone(ZoneOffset.UTC);
    }

    private static PolicyText draft(String version) {
        PolicyText shipped = PolicyText.shipped();
        return new PolicyText(shipped.table(), shipped.figures().replace("default-2", version));
    }
}
