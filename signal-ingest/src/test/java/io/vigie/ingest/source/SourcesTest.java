package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @Test
    void aCompanyAddsASourceByAFolder(@TempDir Path folder) throws IOException {
        write(folder, "format: csv\n", "{\"signals\": []}");

        assertThat(Sources.with(folder).find("gym")).isPresent();
        assertThat(Sources.with(folder).all()).hasSize(Sources.shipped().all().size() + 1);
    }

    @Test
    void aBrokenFolderIsNamedWithItsFault(@TempDir Path folder) throws IOException {
        write(folder, "format: csv\ngruopBy: [x]\n", "{}");
        assertThatThrownBy(() -> Sources.with(folder))
                .hasMessageContaining("gym")
                .hasMessageContaining("gruopBy");

        write(folder, "format: csv\n", "{signals: [");
        assertThatThrownBy(() -> Sources.with(folder))
                .hasMessageContaining("gym")
                .hasMessageContaining("jsonata");

        write(folder, "format: csv\ngroupBy: order\n", "{}");
        assertThatThrownBy(() -> Sources.with(folder))
                .hasMessageContaining("order")
                .hasMessageContaining("require");
    }

    private static void write(Path folder, String yaml, String mapping) throws IOException {
        Path source = Files.createDirectories(folder.resolve("gym"));
        Files.writeString(source.resolve("source.yaml"), yaml);
        Files.writeString(source.resolve("mapping.jsonata"), mapping);
    }
}
