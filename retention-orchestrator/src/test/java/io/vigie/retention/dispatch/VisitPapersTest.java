package io.vigie.retention.dispatch;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.customer.Person;
import io.vigie.events.customer.Segment;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.retention.ARisk;
import io.vigie.retention.letters.ActingFiles;
import io.vigie.retention.letters.Briefing;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.letters.Visit;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class VisitPapersTest {
    private static final UUID TASK = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final Visit VISIT = new Visit(
            TASK,
            0,
            false,
            TUESDAY.plus(Duration.ofDays(2)),
            TUESDAY.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(90)),
            "3 quai, Lyon",
            "host@example.com",
            List.of("buyer@example.org"));
    private final ActingFiles files = new ActingFiles(Optional.empty());
    private final Texts texts =
            new Texts(files, files.yaml("company.yaml", Company.class), files.yaml("occasions.yaml", Occasions.class));
    private final Printer printer = new Printer(files);
    private final Briefing briefing = new Briefing(SignalCatalogue.shipped(), ZoneId.of("Europe/Paris"));

    @Test
    void anotherLibraryReadsTheInvitationAsItWasMeant() throws Exception {
        Calendar read = read(VISIT);
        VEvent event = (VEvent) read.getComponents("VEVENT").getFirst();

        assertThat(read.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("REQUEST");
        assertThat(value(event, "UID")).isEqualTo(TASK + "@vigie");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "SUMMARY")).isEqualTo("Visit: Dupont");
        assertThat(value(event, "LOCATION")).isEqualTo("3 quai, Lyon");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:us@example.com");
        assertThat(Instant.from(event.getDateTimeStart().getDate())).isEqualTo(VISIT.start());
        assertThat(event.getProperties("ATTENDEE")).hasSize(2);
        assertThat(read.validate().hasErrors()).isFalse();
    }

    @Test
    void calledOffItIsTheSameEntryUnderAHigherSequence() throws Exception {
        Calendar read = read(VISIT.calledOff());
        VEvent event = (VEvent) read.getComponents("VEVENT").getFirst();

        assertThat(read.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("CANCEL");
        assertThat(value(event, "UID")).isEqualTo(TASK + "@vigie");
        assertThat(value(event, "SEQUENCE")).isEqualTo("1");
        assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void whatIsNoVisitIsRefused() {
        assertThatThrownBy(() -> new Visit(TASK, 0, false, TUESDAY, TUESDAY, "", "host@example.com", List.of()))
                .hasMessageContaining("end after");
        assertThatThrownBy(() -> new Visit(
                        TASK, 0, false, TUESDAY, TUESDAY.plusSeconds(1), "", "host@example.com\nBcc: x@y.z", List.of()))
                .hasMessageContaining("e-mail addresses");
    }

    @Test
    void theBriefIsOnePageOfPdfAInBothLanguages() throws IOException {
        for (Language language : Language.values()) {
            byte[] page = brief(true, language);
            Files.createDirectories(Path.of("target", "letters"));
            Files.write(Path.of("target", "letters", "brief." + language.word() + ".pdf"), page);

            assertThat(PdfA.faults(page)).isEmpty();
            try (PDDocument document = Loader.loadPDF(page)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
            }
        }
        assertThat(words(brief(true, Language.FR))).contains("Dupont et fils", "clamation", "Achats", "€");
    }

    @Test
    void anAccountManagerReadsNothingOfAnIncidentWithThemselves() throws IOException {
        String label = SignalCatalogue.shipped()
                .find("incident.with-account-manager")
                .orElseThrow()
                .label()
                .en();

        assertThat(words(brief(true, Language.EN))).contains(label);
        assertThat(words(brief(false, Language.EN))).doesNotContain(label);
    }

    private byte[] brief(boolean incidentToo, Language language) {
        ARisk risk = ARisk.of("B-1")
                .in(Segment.B2B)
                .worth(60_000)
                .atRisk()
                .open("complaint.filed", TUESDAY.minus(Duration.ofDays(4)))
                .open("incident.with-account-manager", TUESDAY.minus(Duration.ofDays(2)));
        Briefing.Known known = new Briefing.Known(
                Optional.of("Dupont et fils"),
                List.of(new Person(
                        Optional.of("Alix Exemple"),
                        "Achats",
                        Optional.of("a@example.org"),
                        Optional.of("0400000000"))),
                risk.assessed(),
                12_000_000,
                List.of(
                        new Briefing.Moved(TUESDAY, "incident.with-account-manager", 0.3),
                        new Briefing.Moved(TUESDAY.minus(Duration.ofDays(4)), "complaint.filed", 0.2)));
        return printer.print(texts.brief(briefing.of(known, incidentToo, language, TUESDAY)));
    }

    private static Calendar read(Visit visit) throws IOException, ParserException {
        return new CalendarBuilder()
                .build(new StringReader(Invitation.of(visit, "Visit: Dupont", "us@example.com", TUESDAY)));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static String words(byte[] page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
