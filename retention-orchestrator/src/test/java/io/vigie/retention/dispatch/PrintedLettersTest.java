package io.vigie.retention.dispatch;

import static io.vigie.retention.ARisk.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.retention.ARisk;
import io.vigie.retention.letters.ActingFiles;
import io.vigie.retention.letters.Addressee;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Letter;
import io.vigie.retention.letters.Occasions;
import io.vigie.retention.letters.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedLettersTest {
    private static final Path PRINTED = Path.of("target", "letters");
    private final ActingFiles files = new ActingFiles(Optional.empty());
    private final Occasions occasions = files.yaml("occasions.yaml", Occasions.class);
    private final Texts texts = new Texts(files, files.yaml("company.yaml", Company.class), occasions);
    private final Printer printer = new Printer(files);

    @Test
    void everyLetterInBothLanguagesIsOneSheetOfPdfA() throws IOException {
        Files.createDirectories(PRINTED);
        for (String text : occasions.texts()) {
            for (Language language : Language.values()) {
                byte[] sheets = printer.print(texts.letter(letter(text, language)));
                Files.write(PRINTED.resolve(text + "." + language.word() + ".pdf"), sheets);

                assertThat(PdfA.faults(sheets)).as(text).isEmpty();
                try (PDDocument document = Loader.loadPDF(sheets)) {
                    assertThat(document.getNumberOfPages()).as(text).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void lettersBoundTogetherAreStillPdfA() throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (String text : List.of("apology", "no-order", "win-back")) {
            parts.add(printer.print(texts.letter(letter(text, Language.FR))));
        }

        byte[] bound = printer.bind(parts);

        assertThat(PdfA.faults(bound)).isEmpty();
        try (PDDocument document = Loader.loadPDF(bound)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
    }

    @Test
    void aLetterSaysToWhomAndWhenAndNothingThatIsMarkup() throws IOException {
        Addressee to = new Addressee("C-7", Optional.of("Dupont <b>& fils"), Optional.of("3 quai, Lyon"), Language.FR);
        Letter letter = written("apology", to, "complaint.filed").numbered(42);

        String said = words(printer.print(texts.letter(letter)));

        assertThat(said).contains("Dupont <b>& fils", "3 quai", "Lyon", "L-000042", "3 mars 2026", "Madame, Monsieur");
    }

    @Test
    void aTerminationIsConfirmedWithItsEndDate() throws IOException {
        Addressee to = new Addressee("C-7", Optional.of("A. Martin"), Optional.of("3 quai, Lyon"), Language.EN);

        String said =
                words(printer.print(texts.letter(written("termination-acknowledgement", to, "termination.notified"))));

        assertThat(said).contains("2 June 2026").doesNotContain("offer", "discount");
    }

    @Test
    void noOfferStandsWhereTheLawOrDecencyWantsNone() {
        for (String text : occasions.withoutOffer()) {
            Letter letter = new Writing(occasions, ZoneId.of("Europe/Paris"))
                    .of(
                            text,
                            ARisk.ofAConsumer().assessed(),
                            Optional.empty(),
                            nobody(Language.FR),
                            Optional.of("Dix pour cent"),
                            Optional.empty(),
                            TUESDAY);
            assertThat(texts.letter(letter)).doesNotContain("Dix pour cent");
        }
    }

    @Test
    void aCompanysOwnTextTakesThePlaceOfTheShippedOne(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("letters"));
        Files.writeString(folder.resolve("letters/farewell.en.html"), "<p>So long, {letter.customer}</p>");
        ActingFiles own = new ActingFiles(Optional.of(folder));
        Texts ours = new Texts(own, files.yaml("company.yaml", Company.class), occasions);

        assertThat(ours.letter(letter("farewell", Language.EN))).isEqualTo("<p>So long, C-1</p>");
        assertThat(ours.letter(letter("farewell", Language.FR))).contains("La porte reste ouverte");
    }

    @Test
    void aTextThatNamesWhatThereIsNotIsRefusedAtTheStart(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("letters"));
        Files.writeString(folder.resolve("letters/farewell.en.html"), "<p>{letter.shoeSize}</p>");
        ActingFiles own = new ActingFiles(Optional.of(folder));

        assertThatThrownBy(() -> new Texts(own, files.yaml("company.yaml", Company.class), occasions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("farewell.en")
                .hasMessageContaining("shoeSize");
    }

    private Letter letter(String text, Language language) {
        return written(text, nobody(language), "termination.notified").numbered(7);
    }

    private Letter written(String text, Addressee to, String about) {
        return new Writing(occasions, ZoneId.of("Europe/Paris"))
                .of(
                        text,
                        ARisk.of(to.customer())
                                .atRisk()
                                .open(about, TUESDAY.minus(Duration.ofDays(3)), TUESDAY.plus(Duration.ofDays(91)))
                                .assessed(),
                        Optional.of(about),
                        to,
                        Optional.empty(),
                        Optional.empty(),
                        TUESDAY);
    }

    private static Addressee nobody(Language language) {
        return new Addressee(
                "C-1",
                Optional.of("Jeanne Exemple"),
                Optional.of("12 rue des Lilas\nBâtiment C\n69003 Lyon"),
                language);
    }

    private static String words(byte[] sheets) throws IOException {
        try (PDDocument document = Loader.loadPDF(sheets)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
