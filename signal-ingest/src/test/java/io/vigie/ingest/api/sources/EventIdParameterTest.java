package io.vigie.ingest.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdParameterTest {
    @Test
    void whatIsAddedIsFoundAgain() {
        assertThat(EventIdParameter.of(EventIdParameter.added("application/json; charset=utf-8", "msg_1/2 \"x\"")))
                .hasValue("msg_1/2 \"x\"");
        assertThat(EventIdParameter.of(EventIdParameter.added("no type at all", "msg_1")))
                .hasValue("msg_1");
        assertThat(EventIdParameter.of("application/json")).isEmpty();
        assertThat(EventIdParameter.of("")).isEmpty();
    }
}
