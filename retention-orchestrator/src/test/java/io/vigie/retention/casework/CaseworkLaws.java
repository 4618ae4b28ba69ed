package io.vigie.retention.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.CaseClosed;
import io.vigie.events.retention.CaseOpened;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.TaskAssigned;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds whatever happens to a customer. */
class CaseworkLaws {
    @Property(tries = 400)
    void aCustomerNeverHasTwoCasesNorATaskOutsideOne(@ForAll("lives") List<Chapter> life) {
        Story story = told(life);

        Set<String> open = new HashSet<>();
        for (Announcement one : story.told()) {
            switch (one.event()) {
                case CaseOpened opened -> {
                    assertThat(open).as("cases open when another opens").isEmpty();
                    open.add(opened.caseId());
                }
                case CaseClosed closed ->
                    assertThat(open.remove(closed.caseId())).isTrue();
                case TaskAssigned assigned -> assertThat(open).contains(assigned.caseId());
                default -> {}
            }
        }
        assertThat(story.told()).extracting(Announcement::id).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void noTaskIsLeftToDoInAClosedCaseAndOnlyActsSave(@ForAll("lives") List<Chapter> life) {
        for (RetentionCase one : told(life).cases()) {
            if (one instanceof RetentionCase.Closed closed) {
                assertThat(closed.toDo()).isEmpty();
                switch (closed.result()) {
                    case SAVED -> assertThat(closed.acted()).isTrue();
                    case CLOSED_WITHOUT_ACTION -> assertThat(closed.acted()).isFalse();
                    case LOST, VOID -> {}
                }
            }
        }
    }

    @Property(tries = 200)
    void nothingFlaps(@ForAll("lives") List<Chapter> life) {
        List<RetentionCase> cases = told(life).cases();
        WorkRules rules = WorkRules.shipped();
        for (int i = 1; i < cases.size(); i++) {
            RetentionCase.Closed before = (RetentionCase.Closed) cases.get(i - 1);
            Opening next = cases.get(i).opening();
            boolean worse = next.about().isPresent()
                    || next.trace().level().compareTo(before.opening().trace().level()) > 0
                    || next.action().compareTo(before.action()) > 0;
            boolean acted = before.result() == CaseResult.SAVED || before.result() == CaseResult.LOST;
            if (!worse && !acted) {
                assertThat(next.at()).isAfterOrEqualTo(before.at().plus(rules.restAfter(before.because())));
            }
        }
    }

    @Property(tries = 100)
    void theStateOfACaseIsThatOfItsTasks(@ForAll("lives") List<Chapter> life) {
        for (RetentionCase one : told(life).cases()) {
            switch (one) {
                case RetentionCase.Opened opened ->
                    assertThat(opened.tasks())
                            .noneMatch(task -> task instanceof Task.Claimed || task instanceof Task.Done);
                case RetentionCase.InAction action ->
                    assertThat(action.toDo().findAny()).isPresent();
                case RetentionCase.Waiting waiting ->
                    assertThat(waiting.acted()).isTrue();
                case RetentionCase.Closed closed -> assertThat(closed.toDo()).isEmpty();
            }
        }
    }

    @Property(tries = 100)
    void theSameLifeIsToldTheSame(@ForAll("lives") List<Chapter> life) {
        assertThat(told(life).told()).isEqualTo(told(life).told());
    }

    private static Story told(List<Chapter> life) {
        Story story = new Story();
        Instant now = ARisk.TUESDAY;
        for (Chapter chapter : life) {
            now = now.plus(chapter.later());
            chapter.tell(story, now);
        }
        return story;
    }

    @Provide
    Arbitrary<List<Chapter>> lives() {
        return Arbitraries.oneOf(risks(), deeds(), days()).list().ofMinSize(1).ofMaxSize(25);
    }

    private static Arbitrary<Chapter> risks() {
        Arbitrary<String> movedBy = Arbitraries.of(
                "support.called", "order.placed", "contract.renewed", "payment.recovered", "termination.withdrawn");
        Arbitrary<Set<String>> matters = Arbitraries.of(
                        "complaint.filed",
                        "termination.notified",
                        "payment.failed",
                        "incident.with-account-manager",
                        "order.not-renewed")
                .set()
                .ofMaxSize(2);
        Arbitrary<Consumer<ARisk>> fate = Arbitraries.frequency(
                Tuple.of(8, risk -> {}),
                Tuple.of(12, ARisk::atRisk),
                Tuple.of(12, ARisk::urgent),
                Tuple.of(1, ARisk::hasLeft),
                Tuple.of(1, ARisk::objects),
                Tuple.of(1, risk -> risk.leavesBecause(Cause.DIED)));
        return Combinators.combine(
                        Arbitraries.of(Segment.class),
                        Arbitraries.of(100L, 500L, 4_000L, 9_000L, 60_000L),
                        movedBy,
                        matters,
                        fate,
                        hours())
                .as((segment, worth, moved, open, what, later) -> new Chapter(later, (story, now) -> {
                    ARisk risk =
                            ARisk.of("C-1").in(segment).worth(worth).at(now).movedBy(moved);
                    open.forEach(matter -> risk.open(matter, now.minus(Duration.ofDays(3))));
                    what.accept(risk);
                    story.comes(risk);
                }));
    }

    private static Arbitrary<Chapter> deeds() {
        return Combinators.combine(Arbitraries.of(Outcome.class), Arbitraries.of(true, false), hours())
                .as((outcome, claim, later) -> new Chapter(later, (story, now) -> {
                    if (story.dossier()
                            .current()
                            .filter(one -> one.toDo().findAny().isPresent())
                            .isPresent()) {
                        UUID task = firstThatMayBeDone(story.current());
                        if (claim) {
                            story.claims(task, "agent-1");
                        }
                        story.completes(task, outcome, now);
                    }
                }));
    }

    /** What is owed comes before what speaks of it. */
    private static UUID firstThatMayBeDone(RetentionCase current) {
        return current.toDo()
                .min(Comparator.comparing(task -> !task.order().step().owed()))
                .orElseThrow()
                .order()
                .id();
    }

    private static Arbitrary<Chapter> days() {
        return hours().map(later -> new Chapter(later.multipliedBy(20), Story::timePasses));
    }

    private static Arbitrary<Duration> hours() {
        return Arbitraries.integers().between(0, 200).map(Duration::ofHours);
    }

    /** One thing that happens, some time after the one before. */
    record Chapter(Duration later, Telling telling) {
        void tell(Story story, Instant now) {
            telling.tell(story, now);
        }
    }

    @FunctionalInterface
    interface Telling {
        void tell(Story story, Instant now);
    }
}
