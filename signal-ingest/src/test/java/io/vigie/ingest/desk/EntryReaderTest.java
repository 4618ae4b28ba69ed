package io.vigie.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.Naming;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryReaderTest {
    private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Map<String, String> KNOWN =
            Map.of("email:lea@example.org", "C-1", "stripe:cus_1", "C-2", "phone:0102030405", "C-3");
    private static final Identities KNOWN_ONES = new Identities() {
        @Override
        public Set<String> awaited() {
            return Set.of("email", "stripe");
        }

        @Override
        public Optional<String> customerOf(List<String> aliases) {
            return aliases.stream()
                    .map(KNOWN::get)
                    .flatMap(found -> Optional.ofNullable(found).stream())
                    .findFirst();
        }
    };

    @Test
    void aFailedDebitIsReadAsFrenchBanksWriteIt() {
        Candidate said = said(EntryKind.FAILED_DEBIT, Map.of("amount", "1 234,5", "invoice", "F-9"));

        assertThat(said.type()).contains("payment.failed");
        assertThat(said.time()).contains(Instant.parse("2026-03-08T23:00:00Z"));
        assertThat(said.attributes().get("amount").longValue()).isEqualTo(123_450);
        assertThat(said.attributes().get("currency").textValue()).isEqualTo("EUR");
    }

    @Test
    void amountsAreUnderstoodHoweverThousandsAreParted() {
        assertThat(cents("1.234,56")).isEqualTo(123_456);
        assertThat(cents("1234.56 €")).isEqualTo(123_456);
        assertThat(cents("1\u202f234,56")).isEqualTo(123_456);
        assertThat(cents("12,50\u00a0€")).isEqualTo(1_250);
        assertThat(cents("12.50")).isEqualTo(1_250);
        assertThat(cents("1.234")).isEqualTo(123_400);
        assertThat(faults(EntryKind.FAILED_DEBIT, Map.of("amount", "1,234"))).containsKey("amount");
        assertThat(faults(EntryKind.FAILED_DEBIT, Map.of("amount", "1,234.56"))).containsKey("amount");
        assertThat(faults(EntryKind.FAILED_DEBIT, Map.of("amount", "-3")))
                .containsEntry("amount", EntryFault.NO_AMOUNT);
        assertThat(faults(EntryKind.FAILED_DEBIT, Map.of("amount", "1,234,56"))).containsKey("amount");
        assertThat(faults(EntryKind.FAILED_DEBIT, Map.of("amount", "3", "currency", "euro")))
                .containsEntry("currency", EntryFault.NO_CURRENCY);
    }

    @Test
    void whoIsMeantIsFoundByIdOrByAnyKey() {
        assertThat(customer("C-77")).isEqualTo("C-77");
        assertThat(customer("Lea@example.org")).isEqualTo("C-1");
        assertThat(customer(" stripe:cus_1 ")).isEqualTo("C-2");
        assertThat(customer("0102030405")).isEqualTo("C-3");
        assertThat(customer("0699999999")).isEqualTo("0699999999");
        assertThat(faults(EntryKind.RETURNED_MAIL, Map.of("customer", "who@example.org")))
                .containsEntry("customer", EntryFault.UNKNOWN_CUSTOMER);
    }

    @Test
    void anIdOfTheCrmMayLookLikeAKey() {
        assertThat(customer("erp:4711"))
                .as("of no system that anybody waits for")
                .isEqualTo("erp:4711");
        assertThat(customer("stripe:4711")).as("something is kept under it").isEqualTo("stripe:4711");
        assertThat(faults(EntryKind.RETURNED_MAIL, Map.of("customer", "stripe:4712")))
                .containsEntry("customer", EntryFault.UNKNOWN_CUSTOMER);
        assertThat(customer("desk@crm")).isEqualTo("desk@crm");
    }

    @Test
    void everyFieldThatIsWrongIsNamedAtOnce() {
        assertThat(faults(
                        EntryKind.TERMINATION,
                        Map.of("customer", "", "date", "2026-03-11", "effective", "soon", "contract", "x".repeat(201))))
                .containsOnlyKeys("customer", "date", "effective", "contract");
        assertThat(faults(EntryKind.RETURNED_MAIL, Map.of("date", ""))).containsEntry("date", EntryFault.MISSING);
    }

    @Test
    void theDayOnWhichANoticeTakesEffectIsAnInstantForWhoeverReadsIt() {
        assertThat(said(EntryKind.TERMINATION, Map.of("effective", "2026-06-30"))
                        .attributes()
                        .get("effective")
                        .textValue())
                .isEqualTo("2026-06-29T22:00:00Z");
    }

    @Test
    void theSameSaidTwiceHasOneIdAndAnythingElseAnother() {
        String once =
                said(EntryKind.TERMINATION, Map.of("contract", "K-1")).id().orElseThrow();

        assertThat(said(EntryKind.TERMINATION, Map.of("contract", "K-1")).id()).contains(once);
        assertThat(said(EntryKind.TERMINATION, Map.of("contract", "K-2")).id()).isNotEqualTo(Optional.of(once));
        assertThat(said(EntryKind.TERMINATION, Map.of("contract", "K-1", "customer", "C-8"))
                        .id())
                .isNotEqualTo(Optional.of(once));
    }

    private static long cents(String amount) {
        return said(EntryKind.FAILED_DEBIT, Map.of("amount", amount))
                .attributes()
                .get("amount")
                .longValue();
    }

    private static String customer(String typed) {
        return said(EntryKind.RETURNED_MAIL, Map.of("customer", typed))
                .customer()
                .orElseThrow();
    }

    private static Candidate said(EntryKind kind, Map<String, String> typed) {
        return read(kind, typed).said().orElseThrow();
    }

    private static Map<String, EntryFault> faults(EntryKind kind, Map<String, String> typed) {
        return read(kind, typed).faults();
    }

    private static Fields.Reading read(EntryKind kind, Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(Map.of("customer", "C-7", "date", "2026-03-09", "currency", "EUR"));
        all.putAll(typed);
        all.values().removeIf(String::isBlank);
        return EntryReader.read(
                new EntryForm(kind, all),
                new Naming(KNOWN_ONES, Set.of("stripe:4711", "desk@crm")::contains),
                NOON,
                PARIS);
    }
}
