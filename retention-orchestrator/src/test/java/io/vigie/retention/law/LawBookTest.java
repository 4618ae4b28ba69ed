package io.vigie.retention.law;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.retention.ARisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate before every contact, by the law that ships. */
class LawBookTest {
    private static final LawBook LAWS = LawBook.shipped();

    @Test
    void aConsumerIsCalledOnAYesThatCanBeShown() {
        Permission permission = planned(ARisk.ofAConsumer(), Channel.PHONE);

        assertThat(permission).isInstanceOfSatisfying(Permission.Allowed.class, allowed -> {
            assertThat(allowed.ground()).isEqualTo(Permission.Ground.CONSENT);
            assertThat(allowed.proof()).contains("proof");
            assertThat(allowed.text()).contains("L223-1");
        });
    }

    @Test
    void withoutAYesWithoutItsProofOrAgainstANoNobodyIsCalled() {
        assertThat(denial(ARisk.ofAConsumer().saidNothing(), Channel.PHONE)).isEqualTo(Permission.Denial.NO_CONSENT);
        assertThat(denial(ARisk.ofAConsumer().withoutProof(), Channel.PHONE)).isEqualTo(Permission.Denial.NO_PROOF);
        assertThat(denial(ARisk.ofAConsumer().refuses(Channel.PHONE), Channel.PHONE))
                .isEqualTo(Permission.Denial.REFUSED);
        assertThat(denial(ARisk.ofAConsumer().objects(), Channel.LETTER)).isEqualTo(Permission.Denial.OBJECTION);
        assertThat(denial(ARisk.ofAConsumer().reachableBy(Channel.EMAIL), Channel.PHONE))
                .isEqualTo(Permission.Denial.NO_ADDRESS);
    }

    @Test
    void aCurrentContractIsPerformedWithoutConsent() {
        ARisk silent = ARisk.ofAConsumer().saidNothing().underContract();

        assertThat(LAWS.planned(approach(silent, Optional.of("complaint.filed"), List.of()), Channel.PHONE, TUESDAY))
                .isInstanceOfSatisfying(Permission.Allowed.class, allowed -> assertThat(allowed.ground())
                        .isEqualTo(Permission.Ground.CURRENT_CONTRACT));
        assertThat(denial(silent, Channel.PHONE)).isEqualTo(Permission.Denial.NO_CONSENT);
        assertThat(LAWS.planned(
                        approach(ARisk.ofAConsumer().saidNothing(), Optional.of("complaint.filed"), List.of()),
                        Channel.PHONE,
                        TUESDAY))
                .isInstanceOf(Permission.Denied.class);
    }

    @Test
    void lettersAndBusinessesRestOnLegitimateInterestUntilRefused() {
        for (Permission permission : List.of(
                planned(ARisk.ofAConsumer().saidNothing(), Channel.LETTER),
                planned(ARisk.ofABusiness().saidNothing(), Channel.PHONE))) {
            assertThat(permission)
                    .isInstanceOfSatisfying(Permission.Allowed.class, allowed -> assertThat(allowed.ground())
                            .isEqualTo(Permission.Ground.LEGITIMATE_INTEREST));
        }
        assertThat(denial(ARisk.ofABusiness().refuses(Channel.PHONE), Channel.PHONE))
                .isEqualTo(Permission.Denial.REFUSED);
    }

    @Test
    void whereNoLawIsKnownEverythingIsDenied() {
        for (Channel channel : Channel.values()) {
            assertThat(denial(ARisk.ofABusiness().movedTo("ZZ"), channel))
                    .isEqualTo(Permission.Denial.NO_LAW_FOR_COUNTRY);
        }
    }

    /** Tuesday 3 March to Tuesday 7 April 2026, Easter Monday being the 6th. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-03-03T08:59:00Z, 2026-03-03T09:00:00Z",
        "2026-03-03T12:00:00Z, 2026-03-03T13:00:00Z",
        "2026-03-03T19:00:00Z, 2026-03-04T09:00:00Z",
        "2026-03-06T19:30:00Z, 2026-03-09T09:00:00Z",
        "2026-04-06T10:00:00Z, 2026-04-07T08:00:00Z"
    })
    void consumersAreCalledInTheHoursOfTheLaw(Instant now, Instant from) {
        Permission permission =
                LAWS.now(approach(ARisk.ofAConsumer(), Optional.empty(), List.of()), Channel.PHONE, now);

        assertThat(permission).isInstanceOfSatisfying(Permission.NotNow.class, notNow -> {
            assertThat(notNow.because()).isEqualTo(Permission.Hindrance.OUTSIDE_HOURS);
            assertThat(notNow.from()).isEqualTo(from);
            assertThat(notNow.text()).contains("D223-9");
        });
        assertThat(LAWS.now(approach(ARisk.ofAConsumer(), Optional.empty(), List.of()), Channel.PHONE, from))
                .isInstanceOf(Permission.Allowed.class);
    }

    @Test
    void fourAttemptsInThirtyDaysAreAllAndTheFifthMayComeWhenTheFirstIsThirtyDaysOld() {
        List<Contact> attempts = new ArrayList<>();
        for (int day = 4; day >= 1; day--) {
            attempts.add(
                    new Contact(TUESDAY.minus(Duration.ofDays(day)), Optional.of(Channel.PHONE), false, false, true));
        }

        assertThat(LAWS.planned(approach(ARisk.ofAConsumer(), Optional.empty(), attempts), Channel.PHONE, TUESDAY))
                .isInstanceOfSatisfying(Permission.NotNow.class, notNow -> {
                    assertThat(notNow.because()).isEqualTo(Permission.Hindrance.TOO_MANY_ATTEMPTS);
                    assertThat(notNow.from()).isEqualTo(TUESDAY.plus(Duration.ofDays(26)));
                });
        assertThat(LAWS.planned(
                        approach(ARisk.ofAConsumer(), Optional.empty(), attempts.subList(1, 4)),
                        Channel.PHONE,
                        TUESDAY))
                .isInstanceOf(Permission.Allowed.class);
        assertThat(LAWS.planned(approach(ARisk.ofABusiness(), Optional.empty(), attempts), Channel.PHONE, TUESDAY))
                .isInstanceOf(Permission.Allowed.class);
    }

    @Test
    void whoRefusedOnTheTelephoneIsLeftInPeaceForSixtyDays() {
        Instant refused = TUESDAY.minus(Duration.ofDays(59));
        List<Contact> contacts = List.of(new Contact(refused, Optional.of(Channel.PHONE), true, true, true));
        Approach approach = approach(ARisk.ofAConsumer(), Optional.empty(), contacts);

        assertThat(LAWS.planned(approach, Channel.PHONE, TUESDAY))
                .isInstanceOfSatisfying(Permission.NotNow.class, notNow -> assertThat(notNow.from())
                        .isEqualTo(TUESDAY.plus(Duration.ofDays(1))));
        assertThat(LAWS.planned(approach, Channel.PHONE, TUESDAY.plus(Duration.ofDays(1))))
                .isInstanceOf(Permission.Allowed.class);
    }

    @Test
    void whoHasLeftIsApproachedOnTheirOwnWordOnly() {
        ARisk silent = ARisk.ofABusiness().saidNothing();

        assertThat(LAWS.planned(
                        new Approach(
                                silent.assessed().decisionInput(), "FR", Purpose.WIN_BACK, Optional.empty(), List.of()),
                        Channel.LETTER,
                        TUESDAY))
                .isInstanceOf(Permission.Denied.class);
    }

    @Test
    void aCompanyAddsCountriesAndAMistakeNamesItsFile(@TempDir Path folder) throws IOException {
        String law = """
                countries: [CH]
                asOf: 2026-01-01
                zone: Europe/Zurich
                objection: "DSG Art. 30"
                rules:
                  - {id: ch-all, segments: [b2b, b2c], channels: [letter], asks: nothing-refused, text: "DSG Art. 31", says: {en: Letters}}
                """;
        Files.writeString(folder.resolve("ch.yaml"), law);

        LawBook laws = LawBook.with(folder);

        assertThat(laws.knows("CH")).isTrue();
        assertThat(laws.knows("FR")).isTrue();
        Files.writeString(folder.resolve("ch.yaml"), law.replace("text: \"DSG Art. 31\", ", ""));
        assertThatThrownBy(() -> LawBook.with(folder)).hasMessageContaining("ch-all cites no text");
        Files.writeString(
                folder.resolve("ch.yaml"), law.replace("says:", "attempts: {most: 2, inDays: 365, text: t}, says:"));
        assertThatThrownBy(() -> LawBook.with(folder)).hasMessageContaining("attempts.inDays must be from 1 to 90");
        Files.writeString(folder.resolve("ch.yaml"), law.replace("says:", "afterRefusal: {days: 120, text: t}, says:"));
        assertThatThrownBy(() -> LawBook.with(folder)).hasMessageContaining("afterRefusal.days must be from 1 to 90");
    }

    private static Permission planned(ARisk risk, Channel channel) {
        return LAWS.planned(approach(risk, Optional.empty(), List.of()), channel, TUESDAY);
    }

    private static Permission.Denial denial(ARisk risk, Channel channel) {
        return ((Permission.Denied) planned(risk, channel)).because();
    }

    private static Approach approach(ARisk risk, Optional<String> matter, List<Contact> contacts) {
        var customer = risk.assessed().decisionInput();
        return new Approach(customer, customer.country().orElse("FR"), Purpose.RETENTION, matter, contacts);
    }
}
