package io.vigie.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalIntakeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final SignalIntake intake = new SignalIntake(SignalCatalogue.shipped());

    @Test
    void aSignalOfTheCatalogueIsTaken() {
        assertThat(intake.decide(complaint().build(), NOW)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatIsMissingIsSaidByName() {
        assertThat(reason(complaint().id(""))).isEqualTo("missing-id");
        assertThat(reason(complaint().source(" "))).isEqualTo("missing-source");
        assertThat(reason(complaint().customer(""))).isEqualTo("missing-customer");
        assertThat(reason(complaint().at(Optional.empty()))).isEqualTo("time-missing");
    }

    @Test
    void aTypeOutsideTheCatalogueIsUnknown() {
        assertThat(reason(complaint().type("complaint.fild"))).isEqualTo("unknown-type");
    }

    @Test
    void aRefusalSaysWhomItIsAboutUnlessThatCanBeNobody() {
        assertThat(refusal(complaint().customer("C-1").type("complaint.fild")).customer())
                .hasValue("C-1");
        assertThat(refusal(complaint().customer("x".repeat(256))).customer()).isEmpty();
    }

    @Test
    void clocksMayDifferByFiveMinutesAndNoMore() {
        assertThat(intake.decide(
                        complaint().at(Optional.of(NOW.plusSeconds(300))).build(), NOW))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(reason(complaint().at(Optional.of(NOW.plusSeconds(301))))).isEqualTo("time-in-future");
        assertThat(reason(complaint().at(Optional.of(Instant.MIN)))).isEqualTo("time-too-early");
    }

    @Test
    void attributesMustFitTheSchemaOfTheType() {
        Refusal why = refusal(complaint().type("survey.answered").attributes("{\"scale\":\"nps\",\"score\":11}"));

        assertThat(why.reason()).isEqualTo("wrong-attribute");
        assertThat(why.detail()).contains("score");
        assertThat(reason(complaint().attributes("[1]"))).isEqualTo("wrong-attribute");
    }

    @Test
    void whatASchemaCallsADateIsOneAndNotOutOfThisWorld() {
        Said notice = complaint().type("termination.notified");

        assertThat(intake.decide(
                        notice.attributes("{\"effective\":\"2026-06-30T00:00:00+02:00\"}")
                                .build(),
                        NOW))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(refusal(notice.attributes("{\"effective\":\"9999-12-31T00:00:00Z\"}"))
                        .detail())
                .contains("leave effective out where it is open");
        assertThat(reason(notice.attributes("{\"effective\":\"next month\"}"))).isEqualTo("wrong-attribute");
        assertThat(reason(notice.attributes("{\"effective\":1771234567000}"))).isEqualTo("wrong-attribute");
    }

    @Test
    void whatNoDatabaseOrReaderCouldHoldIsRefused() {
        assertThat(reason(complaint().attributes("{\"text\":\"a\\u0000b\"}"))).isEqualTo("wrong-attribute");
        assertThat(reason(complaint().attributes("{\"text\":\"\\ud800\"}"))).isEqualTo("wrong-attribute");
        assertThat(reason(complaint().attributes("{\"own\":[1e400]}"))).isEqualTo("wrong-attribute");
        assertThat(reason(complaint().id("a\u0000b"))).isEqualTo("malformed-event");
        assertThat(reason(complaint().id("x".repeat(256)))).isEqualTo("malformed-event");
        assertThat(reason(complaint().source("no uri at all"))).isEqualTo("malformed-event");
    }

    private String reason(Said said) {
        return refusal(said).reason();
    }

    private Refusal refusal(Said said) {
        return switch (intake.decide(said.build(), NOW)) {
            case Decision.Declined<Signal>(Refusal why) -> why;
            case Decision.Accepted<Signal> taken -> throw new AssertionError("taken: " + taken);
        };
    }

    private static Said complaint() {
        return new Said("1", "/crm", "complaint.filed", "c1", Optional.of(NOW), "{}");
    }

    private record Said(String id, String source, String type, String customer, Optional<Instant> time, String json) {
        Said id(String other) {
            return new Said(other, source, type, customer, time, json);
        }

        Said source(String other) {
            return new Said(id, other, type, customer, time, json);
        }

        Said type(String other) {
            return new Said(id, source, other, customer, time, json);
        }

        Said customer(String other) {
            return new Said(id, source, type, other, time, json);
        }

        Said at(Optional<Instant> other) {
            return new Said(id, source, type, customer, other, json);
        }

        Said attributes(String other) {
            return new Said(id, source, type, customer, time, other);
        }

        Candidate build() {
            return new Candidate(
                    Optional.of(id), Optional.of(source), Optional.of(type), Optional.of(customer), time, read(json));
        }

        private static JsonNode read(String text) {
            try {
                return EventJson.mapper().readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
