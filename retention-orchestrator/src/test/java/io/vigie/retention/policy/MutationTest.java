package io.vigie.retention.policy;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.retention.ARisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases of {@link PolicyTest} guard every rule: a row that goes, or a condition turned round, breaks one. */
class MutationTest {
    private static final Duration DAYS = Duration.ofDays(9);
    private static final List<ReadRow> ROWS = Policies.still().readOut().rows();
    private static final List<Map<String, Object>> CASES = cases();

    @Test
    void everyRowAndEveryConditionIsGuardedByACase() {
        List<Optional<String>> answers = answers(ROWS);
        List<String> unguarded = new ArrayList<>();
        int tried = 0;
        for (ReadRow row : ROWS) {
            for (Mutant mutant : mutants(row)) {
                tried++;
                if (answers(mutant.table()).equals(answers)) {
                    unguarded.add(mutant.what());
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
        assertThat(unguarded).isEmpty();
    }

    /** What mutants are tried on is the engine's own answer, read more quickly. */
    @Test
    void thePlainReadingOfTheTableIsTheEnginesOwn() {
        RuleTable engine = new RuleTable(PolicyText.shipped().table());

        for (Map<String, Object> one : CASES) {
            assertThat(new Reading(ROWS).firstFor(one))
                    .contains(engine.match(one).rule());
        }
    }

    private static List<Mutant> mutants(ReadRow row) {
        List<Mutant> mutants = new ArrayList<>();
        mutants.add(new Mutant(
                row.rule() + " is gone",
                ROWS.stream().filter(other -> !other.equals(row)).toList()));
        for (Condition condition : row.conditions()) {
            List<Condition> turned = row.conditions().stream()
                    .map(one -> one.equals(condition) ? new Condition(one.question(), turned(one.text())) : one)
                    .toList();
            ReadRow changed = new ReadRow(row.rule(), turned, row.outputs());
            mutants.add(new Mutant(
                    row.rule() + " no longer asks " + condition,
                    ROWS.stream()
                            .map(other -> other.equals(row) ? changed : other)
                            .toList()));
        }
        return mutants;
    }

    private static String turned(String condition) {
        return condition.startsWith(">= ") ? condition.replace(">= ", "< ") : "not(" + condition + ")";
    }

    private static List<Optional<String>> answers(List<ReadRow> table) {
        Reading reading = new Reading(table);
        return CASES.stream().map(reading::firstFor).toList();
    }

    /** Those of the table's own test, and those whose row only keeps watching or leaves the control group alone. */
    private static List<Map<String, Object>> cases() {
        Past answered = Past.answered(TUESDAY.minusSeconds(60));
        Stream<Occasion> acting = Stream.concat(PolicyTest.rowsThatAct(), PolicyTest.reasonsNotToAct())
                .map(arguments -> PolicyTest.occasion((ARisk) arguments.get()[1], TUESDAY, Past.NONE));
        ARisk noticed = ARisk.ofABusiness().worth(90_000).urgent().open(Matters.TERMINATION, TUESDAY.minus(DAYS));
        ARisk again = ARisk.ofABusiness().worth(90_000).wonBack().urgent();
        Stream<Occasion> watched = Stream.of(
                PolicyTest.occasion(noticed, TUESDAY, Past.NONE),
                PolicyTest.occasion(noticed, TUESDAY, answered),
                PolicyTest.occasion(again, TUESDAY, answered),
                PolicyTest.occasion(
                        ARisk.ofABusiness().worth(90_000).wonBack().urgent().leftAt(TUESDAY.minus(DAYS)),
                        TUESDAY,
                        answered),
                PolicyTest.occasion(ARisk.ofAConsumer(), TUESDAY, Past.NONE));
        Stream<Map<String, Object>> controlled = Stream.of(
                inputs(PolicyTest.occasion(ARisk.ofAConsumer().worth(600).atRisk(), TUESDAY, Past.NONE), true));
        return Stream.concat(Stream.concat(acting, watched).map(one -> inputs(one, false)), controlled)
                .toList();
    }

    private static Map<String, Object> inputs(Occasion occasion, boolean controlled) {
        return Policies.still().inputs(occasion, controlled);
    }

    private record Mutant(String what, List<ReadRow> table) {}
}
