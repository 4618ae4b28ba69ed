package io.vigie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @Test
    void theTextThatWasReviewedPassesWhateverItsLineEndings() {
        assertThatCode(() -> Golden.assertMatches("watch.txt", "stable\r\nwatch\r\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void aTextThatChangedFailsAtItsFirstDifferentLineAndSaysHowToAcceptIt() {
        assertThatThrownBy(() -> Golden.assertMatches("watch.txt", "stable\nurgent\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden/watch.txt differs from line 2 on")
                .hasMessageContaining("expected: watch")
                .hasMessageContaining("but was:  urgent")
                .hasMessageContaining("-Dvigie.golden.update=true");
    }

    @Test
    void aTextThatOnlyGrewFailsToo() {
        assertThatThrownBy(() -> Golden.assertMatches("watch.txt", "stable\nwatch\nurgent\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("expected: (the end)");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Golden.assertMatches("missing.txt", "stable"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden/missing.txt")
                .hasMessageContaining("-Dvigie.golden.update=true");
    }

    @Test
    void anUpdateWritesTheFileThatTheNextRunReads(@TempDir Path folder) throws IOException {
        Golden updating = new Golden(folder.resolve("golden"), true);
        Golden reading = new Golden(folder.resolve("golden"), false);

        updating.match("deep/new.txt", "stable");

        assertThat(Files.readString(folder.resolve("golden/deep/new.txt"))).isEqualTo("stable\n");
        assertThatCode(() -> reading.match("deep/new.txt", "stable")).doesNotThrowAnyException();
        assertThatThrownBy(() -> reading.match("deep/new.txt", "urgent")).isInstanceOf(AssertionError.class);
    }
}
