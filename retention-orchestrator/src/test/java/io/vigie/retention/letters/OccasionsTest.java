package io.vigie.retention.letters;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.retention.Offer;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OccasionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private final ActingFiles files = new ActingFiles(Optional.empty());
    private final Occasions occasions = files.yaml("occasions.yaml", Occasions.class);
    private final Scripts scripts = files.yaml("scripts.yaml", Scripts.class);

    @Test
    void theMatterDecidesWhichTextFits() {
        assertThat(about("complaint.filed", false)).isEqualTo("apology");
        assertThat(about("order.not-renewed", false)).isEqualTo("missed-renewal");
        assertThat(about("renewal.missed", false)).isEqualTo("missed-renewal");
        assertThat(about("payment.failed", false)).isEqualTo("payment-reminder");
        assertThat(about("customer.moved", false)).isEqualTo("moving-help");
    }

    @Test
    void aNoticeIsConfirmedWhereThatIsOwedOnly() {
        assertThat(about("termination.notified", true)).isEqualTo("termination-acknowledgement");
        assertThat(about("termination.notified", false)).isNotEqualTo("termination-acknowledgement");
    }

    @Test
    void mourningGoesBeforeEverything() {
        ARisk dead = ARisk.ofAConsumer().open("complaint.filed", TUESDAY).leavesBecause(Cause.DIED);

        assertThat(occasions.fitting(Situation.of(dead.assessed(), Optional.of("complaint.filed"), false)))
                .isEqualTo("condolence");
    }

    @Test
    void whereNoMatterIsOpenWhatSpeaksForLeavingDecides() {
        Situation silent =
                new Situation(Optional.empty(), false, Optional.empty(), false, Cause.HABITS, List.of("silence"));
        Situation dear =
                new Situation(Optional.empty(), false, Optional.empty(), false, Cause.PRICE, List.of("price.raised"));
        Situation gone = new Situation(Optional.empty(), false, Optional.empty(), true, Cause.PRICE, List.of());

        assertThat(occasions.fitting(silent)).isEqualTo("no-order");
        assertThat(occasions.fitting(dear)).isEqualTo("satisfaction");
        assertThat(occasions.fitting(gone)).isEqualTo("win-back");
    }

    @Test
    void aTextSpeaksOfItsMatterWhereTheCustomerHasIt() {
        ARisk leaving = ARisk.ofAConsumer().open("termination.notified", TUESDAY);

        assertThat(occasions.matterOf("termination-acknowledgement", leaving.assessed()))
                .contains("termination.notified");
        assertThat(occasions.matterOf("apology", leaving.assessed())).isEmpty();
        assertThat(occasions.matterOf("farewell", leaving.assessed())).isEmpty();
    }

    @Test
    void onlyWhatNobodyHasToApproveOfIsOfferedInWriting() {
        Offers offers = files.yaml("offers.yaml", Offers.class);

        assertThat(offers.sentence(Optional.of(new Offer("news", 0, false)), Language.FR))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("nouveautés"));
        assertThat(offers.sentence(Optional.of(new Offer("news", 0, true)), Language.FR))
                .isEmpty();
        assertThat(offers.sentence(Optional.of(new Offer("discount", 100, false)), Language.FR))
                .isEmpty();
    }

    @Test
    void everyCauseHasAScriptInBothLanguagesThatListensBeforeItAdmits() {
        for (Cause cause : Cause.values()) {
            Scripts.Script fr = scripts.of(cause, List.of(), Language.FR);
            Scripts.Script en = scripts.of(cause, List.of(), Language.EN);

            assertThat(fr.listen()).isNotEmpty().doesNotContainAnyElementsOf(en.listen());
            assertThat(en.admit()).isNotEmpty();
            assertThat(en.never()).isNotEmpty();
        }
    }

    @Test
    void anArgumentThatNobodyLookedAtInTimeIsNotUsed(@TempDir Path folder) throws IOException {
        CounterArguments arguments = own(folder, """
                arguments:
                  - {competitor: A, theySay: {en: x, fr: x}, weAnswer: {en: y, fr: z}, owner: sales, review: 2026-03-03}
                  - {competitor: B, theySay: {en: x, fr: x}, weAnswer: {en: y, fr: z}, owner: sales, review: 2026-03-02}
                """);

        assertThat(arguments.usableOn(TODAY))
                .extracting(CounterArguments.Argument::competitor)
                .containsExactly("A");
        assertThat(scripts.of(Cause.COMPETITOR, arguments.usableOn(TODAY), Language.FR)
                        .answers())
                .containsExactly(new CounterArguments.Answer("A", "x", "z"));
    }

    @Test
    void anArgumentWithoutOwnerIsRefusedByName(@TempDir Path folder) {
        assertThatThrownBy(() -> own(folder, """
                arguments:
                  - {competitor: A, theySay: {en: x, fr: x}, weAnswer: {en: y, fr: z}, review: 2026-03-03}
                """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("counter-arguments.yaml")
                .hasMessageContaining("needs an owner");
    }

    private static CounterArguments own(Path folder, String yaml) throws IOException {
        Files.writeString(folder.resolve("counter-arguments.yaml"), yaml);
        return new ActingFiles(Optional.of(folder)).yaml("counter-arguments.yaml", CounterArguments.class);
    }

    private String about(String matter, boolean owed) {
        return occasions.fitting(
                Situation.of(ARisk.ofAConsumer().open(matter, TUESDAY).assessed(), Optional.of(matter), owed));
    }
}
