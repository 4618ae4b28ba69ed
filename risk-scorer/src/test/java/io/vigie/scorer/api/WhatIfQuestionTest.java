package io.vigie.scorer.api;

import static io.vigie.scorer.Timelines.CATALOGUE;
import static io.vigie.scorer.Timelines.CUSTOMER;
import static io.vigie.scorer.Timelines.RULES;
import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.signal.Signal;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.profile.Fold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfQuestionTest {
    @Test
    void nothingCanBeSupposedAmongWhatIsNoLongerKeptOneByOne() {
        Entry earlier = new Entry.Earlier(
                CUSTOMER, new Fold(CATALOGUE, RULES).of(List.of(on(0, "complaint.filed"), on(20, "price.raised"))));
        List<Entry> trimmed = List.of(earlier, on(30, "support.called"));

        assertThat(WhatIfQuestion.reachesBack(List.of(signal(10)), trimmed)).isTrue();
        assertThat(WhatIfQuestion.reachesBack(List.of(signal(20)), trimmed)).isTrue();
        assertThat(WhatIfQuestion.reachesBack(List.of(signal(21)), trimmed)).isFalse();
        assertThat(WhatIfQuestion.reachesBack(List.of(signal(10)), List.of(on(30, "support.called"))))
                .isFalse();
    }

    @Test
    void whatWouldHappenInCenturiesIsNotWorkedOut() {
        Instant far = Instant.parse("9999-01-01T00:00:00Z");
        WhatIfQuestion question = new WhatIfQuestion(
                Optional.empty(),
                List.of(new WhatIfQuestion.Hypothesis(
                        Optional.of("complaint.filed"), Optional.of(far), Optional.empty())));

        assertThat(question.faults(CATALOGUE, question.signals(CUSTOMER, far), far, day(0)))
                .hasSize(2)
                .allMatch(fault -> fault.contains("instant"));
    }

    private static Signal signal(double day) {
        return ((Entry.Happened) on(day, "complaint.filed")).signal();
    }
}
