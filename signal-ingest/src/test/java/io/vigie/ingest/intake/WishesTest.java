package io.vigie.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.Purpose;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Wishes.Objection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void ofTwoWordsForAChannelAndPurposeTheLaterHoldsWhateverTheirOrder() {
        Consent yes = consent(Channel.PHONE, true, EARLY);
        Consent no = consent(Channel.PHONE, false, LATE);
        Consent other = consent(Channel.EMAIL, true, EARLY);

        assertThat(Wishes.latest(List.of(yes, no, other))).containsExactlyInAnyOrder(no, other);
        assertThat(Wishes.latest(List.of(no, other, yes))).containsExactlyInAnyOrder(no, other);
    }

    @Test
    void ofTwoWordsAtOnceTheRefusalHolds() {
        Consent yes = consent(Channel.PHONE, true, EARLY);
        Consent no = consent(Channel.PHONE, false, EARLY);

        assertThat(Wishes.latest(List.of(yes, no))).containsExactly(no);
        assertThat(Wishes.latest(List.of(no, yes))).containsExactly(no);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"at\": null}", "{\"at\": \"\"}", "{\"at\": \" \"}"})
    void anObjectionThatSaysNotWhenIsOfNow(String sent) throws JsonProcessingException {
        assertThat(WishIntake.objection("C-1", true, EventJson.mapper().readTree(sent), LATE))
                .isEqualTo(Decision.accept(new Objection(true, LATE, Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"at\": {}}", "{\"at\": 5}", "{\"at\": \"yesterday\"}", "{\"at\": \"2031-01-01T00:00:00Z\"}"})
    void anObjectionOfNoInstantIsRefused(String sent) throws JsonProcessingException {
        assertThat(WishIntake.objection("C-1", true, EventJson.mapper().readTree(sent), LATE))
                .isInstanceOf(Decision.Declined.class);
    }

    @Test
    void ofADayAloneARefusalIsLaterThanAYesAndNeverToCome() {
        LocalDate day = LocalDate.of(2025, 11, 3);
        ZoneId paris = ZoneId.of("Europe/Paris");
        Instant after = Instant.parse("2026-01-01T00:00:00Z");
        Instant noon = Instant.parse("2025-11-03T11:00:00Z");

        assertThat(Times.said(true, day, paris, after)).isEqualTo("2025-11-02T23:00:00Z");
        assertThat(Times.said(false, day, paris, after)).isEqualTo("2025-11-03T22:59:59.999999Z");
        assertThat(Times.said(false, day, paris, noon)).isEqualTo(noon);
    }

    @Test
    void aRecordObjectsWhenItDoesOrThePersonDoes() throws JsonProcessingException {
        Wishes objecting = new Wishes(List.of(), Optional.of(new Objection(true, EARLY, Optional.empty())));
        Wishes withdrawn = new Wishes(List.of(), Optional.of(new Objection(false, LATE, Optional.empty())));

        assertThat(objecting.in(record(false), LATE).objection()).isTrue();
        assertThat(withdrawn.in(record(false), LATE).objection()).isFalse();
        assertThat(withdrawn.in(record(true), LATE).objection()).isTrue();
        assertThat(Wishes.NONE.in(record(false), LATE).time()).isEqualTo(LATE);
    }

    @Test
    void whatIsSaidOfAnObjectionIsCheckedAndCompleted() throws JsonProcessingException {
        JsonNode proof = EventJson.mapper().readTree("{\"proof\":\"letter 7\"}");

        assertThat(WishIntake.objection("C-1", true, proof, LATE))
                .isEqualTo(Decision.accept(new Objection(true, LATE, Optional.of("letter 7"))));
        JsonNode toCome = EventJson.mapper().readTree("{\"at\":\"2026-03-01T00:00:00Z\"}");
        assertThat(WishIntake.objection("C-1", true, toCome, LATE)).isInstanceOf(Decision.Declined.class);
    }

    @Test
    void whatHappenedToWhoIsErasedIsRefusedAndWhatComesLaterIsNot() throws JsonProcessingException {
        SignalIntake intake = new SignalIntake(
                SignalCatalogue.shipped(),
                (customer, time) -> customer.equals("C-1") && !time.isAfter(EARLY),
                Companies.NONE);

        assertThat(intake.decideRecord(EventJson.mapper().valueToTree(record(false)), LATE))
                .isInstanceOfSatisfying(
                        Decision.Declined.class,
                        declined -> assertThat(declined.why().reason()).isEqualTo("customer-erased"));
        assertThat(intake.decideRecord(
                        EventJson.mapper().valueToTree(record(false).with(List.of(), false, LATE)), LATE))
                .isInstanceOf(Decision.Accepted.class);
    }

    private static Consent consent(Channel channel, boolean given, Instant at) {
        return new Consent(channel, Purpose.RETENTION, given, at, Optional.empty());
    }

    private static Customer record(boolean objection) throws JsonProcessingException {
        return EventJson.mapper()
                .readValue(
                        "{\"id\":\"C-1\",\"time\":\"2026-01-01T00:00:00Z\",\"objection\":" + objection + "}",
                        Customer.class);
    }
}
