package io.vigie.retention.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.signal.Labels;
import io.vigie.retention.letters.InterviewScript.Kind;
import io.vigie.retention.letters.InterviewScript.Question;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterviewScriptTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final Labels ASK = new Labels("When?", "Quand ?");
    private static final List<Question> QUESTIONS =
            List.of(new Question("why", Kind.TEXT, ASK), new Question("elsewhere", Kind.DATE, ASK));

    @Test
    void anAnswerThatIsNullIsNone() {
        Map<String, String> given = new HashMap<>();
        given.put("why", null);
        given.put("elsewhere", "2027-01-01");

        assertThat(InterviewScript.answers(QUESTIONS, given, TODAY).byQuestion())
                .containsOnlyKeys("elsewhere");
    }

    @Test
    void whereAllAreNullNothingWasAnswered() {
        Map<String, String> given = new HashMap<>();
        given.put("why", null);

        assertThatThrownBy(() -> InterviewScript.answers(QUESTIONS, given, TODAY))
                .hasMessageContaining("at least one question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2047-01-01", "+400000-01-01", "1999-01-01", "someday"})
    void aDayThatNoCommitmentReachesIsRefused(String day) {
        assertThatThrownBy(() -> InterviewScript.answers(QUESTIONS, Map.of("elsewhere", day), TODAY))
                .hasMessageContaining("elsewhere");
    }
}
