package io.vigie.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.privacy.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {
    @Test
    void itIsDrawnOnceForItsOwnerAloneAndCanBeUsed(@TempDir Path folder) throws IOException {
        Path file = MasterKeyFile.in(folder);
        String drawn = Files.readString(file);

        assertThat(Files.readString(MasterKeyFile.in(folder))).isEqualTo(drawn);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MasterKey.given(Optional.empty(), Optional.of(file)).mint("C-1"))
                .isNotNull();
    }
}
