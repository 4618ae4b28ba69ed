package io.vigie.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @Test
    void aFolderHasOneOwnerAtATime(@TempDir Path path) {
        BackendOptions options = BackendOptions.keptIn(path);
        try (DataFolder folder = DataFolder.open(options)) {
            assertThat(folder.kept()).isTrue();
            assertThatThrownBy(() -> DataFolder.open(options))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }

        DataFolder.open(options).close();

        assertThat(path).exists();
    }

    @Test
    void anAbandonedFolderIsClearedByTheNextOwnerButALivingOnesIsNot() throws IOException {
        try (DataFolder living = DataFolder.open(BackendOptions.thrownAway())) {
            Path abandoned = Files.createDirectories(living.path().resolveSibling("abandoned"));
            Files.writeString(abandoned.resolve("left"), "behind");

            DataFolder.open(BackendOptions.thrownAway()).close();

            assertThat(abandoned).doesNotExist();
            assertThat(living.path()).exists();
        }
    }
}
