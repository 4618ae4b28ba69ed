package io.vigie.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON kept in a file that only changes on purpose: {@code -Dvigie.golden.update=true} rewrites it. */
record GoldenFile(Path path) {
    private static final boolean UPDATE = Boolean.getBoolean("vigie.golden.update");
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final PrettyPrinter PRETTY = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(LINES)
            .withArrayIndenter(LINES);

    void mustEqual(JsonNode actual) {
        String text = pretty(actual);
        if (UPDATE) {
            write(text);
        }
        assertThat(path).as("golden file; -Dvigie.golden.update=true writes it").exists();
        assertThat(text())
                .as("%s; if the change is meant, -Dvigie.golden.update=true rewrites it", path)
                .isEqualTo(text);
    }

    JsonNode json() {
        try {
            return EventJson.mapper().readTree(text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(path + " is no JSON", e);
        }
    }

    private String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode json) {
        try {
            return EventJson.mapper().writer(PRETTY).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
