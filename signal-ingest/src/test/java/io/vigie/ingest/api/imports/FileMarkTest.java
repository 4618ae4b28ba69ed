package io.vigie.ingest.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileMarkTest {
    private static final Optional<String> NAME = Optional.of("customers.csv");
    private static final String MONDAY = "id,name\nC-1,A\n" + "x".repeat(100_000);
    private static final String TUESDAY = MONDAY.replace("C-1", "C-2");

    @Test
    void aNameAloneIsThatOfAnotherFileTheNextDay() {
        assertThat(mark(NAME, Optional.empty(), MONDAY)).isEmpty();
    }

    @Test
    void withoutANameLengthAndBeginningTell() {
        assertThat(mark(Optional.empty(), length(MONDAY), MONDAY))
                .isPresent()
                .isEqualTo(mark(Optional.empty(), length(MONDAY), MONDAY))
                .isNotEqualTo(mark(Optional.empty(), length(TUESDAY), TUESDAY));
    }

    @Test
    void ofTheSameNameAndLengthTheBeginningTells() {
        assertThat(mark(NAME, length(MONDAY), MONDAY))
                .isPresent()
                .isEqualTo(mark(NAME, length(MONDAY), MONDAY))
                .isNotEqualTo(mark(NAME, length(TUESDAY), TUESDAY));
    }

    @Test
    void nothingOfTheFileIsLostByLookingAtIt() throws IOException {
        for (String text : new String[] {MONDAY, "short", ""}) {
            FileMark file = FileMark.of(Optional.empty(), NAME, length(text), stream(text));

            assertThat(new String(file.body().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    @Test
    void aKeptFileIsToldByItsDigestAlone() {
        assertThat(FileMark.ofKept(Optional.empty(), stream(MONDAY)).mark()).isEmpty();
        assertThat(FileMark.ofKept(Optional.of("sha-256=:a:"), stream(MONDAY)).mark())
                .contains("sha-256=:a:");
    }

    private static Optional<String> mark(Optional<String> name, Optional<String> length, String text) {
        return FileMark.of(Optional.empty(), name, length, stream(text)).mark();
    }

    private static Optional<String> length(String text) {
        return Optional.of(String.valueOf(text.length()));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
