package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
                .hasMessageContaining("gruopBy: there is no such field; there are auth, columns")
                .message()
                .doesNotContain("io.vigie");

        write(folder, "format: csv\n", "{\n  \"signals\": [] \"customers\": []}");
        assertThatThrownBy(() -> Sources.with(folder)).hasMessageContaining("(line 2)");

        write(folder, "format: csv\n", "{signals: [");
        assertThatThrownBy(() -> Sources.with(folder))
                .hasMessageContaining("gym")
                .hasMessageContaining("jsonata");

        write(folder, "format: csv\ngroupBy: order\n", "{}");
        assertThatThrownBy(() -> Sources.with(folder))
                .hasMessageContaining("order")
                .hasMessageContaining("require");
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("gym"));
        assertThatThrownBy(() -> Sources.with(folder))
                .hasMessageContaining("gym")
                .hasMessageContaining("source.yaml is missing");

        Files.writeString(folder.resolve("gym/source.yaml"), "format: json\n");
        assertThatThrownBy(() -> Sources.with(folder)).hasMessageContaining("mapping.jsonata is missing");

        Files.writeString(folder.resolve("gym/mapping.jsonata"), "{}");
        Files.writeString(folder.resolve("gym/source.yaml"), "format: json\nmaxBodyBytes: 0\n");
        assertThatThrownBy(() -> Sources.with(folder)).hasMessageContaining("maxBodyBytes");

        Files.writeString(folder.resolve("gym/source.yaml"), "");
        assertThatThrownBy(() -> Sources.with(folder)).hasMessageContaining("source.yaml");
    }

    @Test
    void aChangeIsTakenUpOnceItHasSettled(@TempDir Path folder) throws IOException {
        write(folder, "format: csv\n", "{}");
        Sources sources = Sources.with(folder);
        assertThat(sources.refresh()).isEmpty();

        write(folder, "description: changed\nformat: csv\n", "{\"signals\": []}");
        assertThat(sources.refresh()).as("it may still be written").isEmpty();
        assertThat(sources.refresh()).containsExactly(new Sources.Change("gym", Optional.empty()));

        assertThat(sources.find("gym").orElseThrow().spec().description()).isEqualTo("changed");
        assertThat(sources.refresh()).isEmpty();
    }

    @Test
    void aBrokenChangeKeepsTheLastGoodVersionAndIsToldOnce(@TempDir Path folder) throws IOException {
        write(folder, "description: good\nformat: csv\n", "{}");
        Sources sources = Sources.with(folder);

        write(folder, "description: bad\nformat: parchment\n", "{}");
        sources.refresh();
        assertThat(sources.refresh()).singleElement().satisfies(change -> assertThat(change.fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("gym", "source.yaml", "parchment")));

        assertThat(sources.refresh()).isEmpty();
        assertThat(sources.faultOf("gym")).isPresent();
        assertThat(sources.faults()).isEqualTo(1);
        assertThat(sources.find("gym").orElseThrow().spec().description()).isEqualTo("good");

        write(folder, "description: mended\nformat: csv\n", "{}");
        sources.refresh();
        sources.refresh();
        assertThat(sources.faultOf("gym")).isEmpty();
        assertThat(sources.find("gym").orElseThrow().spec().description()).isEqualTo("mended");
    }

    @Test
    void whatTheCompanyTakesAwayGivesBackWhatShips(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve("stripe"));
        Files.writeString(own.resolve("source.yaml"), "description: ours\nformat: json\n");
        Files.writeString(own.resolve("mapping.jsonata"), "{}");
        Sources sources = Sources.with(folder);
        assertThat(sources.isOwn("stripe")).isTrue();

        Files.delete(own.resolve("source.yaml"));
        Files.delete(own.resolve("mapping.jsonata"));
        Files.delete(own);
        sources.refresh();
        sources.refresh();

        assertThat(sources.isOwn("stripe")).isFalse();
        assertThat(sources.find("stripe").orElseThrow().spec().description()).startsWith("Stripe");
    }

    @Test
    void aFolderThatIsGoneForAMomentCostsNoSource(@TempDir Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("sources"));
        write(folder, "format: csv\n", "{}");
        Sources sources = Sources.with(folder);

        Files.move(folder, parent.resolve("elsewhere"));
        assertThat(sources.refresh()).hasSize(1);
        assertThat(sources.refresh()).isEmpty();
        assertThat(sources.find("gym")).isPresent();

        Files.move(parent.resolve("elsewhere"), folder);
        sources.refresh();
        assertThat(sources.faults()).isZero();
    }

    private static void write(Path folder, String yaml, String mapping) throws IOException {
        Path source = Files.createDirectories(folder.resolve("gym"));
        Files.writeString(source.resolve("source.yaml"), yaml);
        Files.writeString(source.resolve("mapping.jsonata"), mapping);
    }
}
