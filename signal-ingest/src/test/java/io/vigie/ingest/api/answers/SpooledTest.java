package io.vigie.ingest.api.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledTest {
    @TempDir
    Path folder;

    @Test
    void itIsReadAsItCameAndLeavesNothingEvenToWhoKillsTheProcess() throws IOException {
        byte[] body = new byte[200_000];
        new Random(1).nextBytes(body);

        try (Spooled spooled = Spooled.in(folder, new ByteArrayInputStream(body));
                InputStream file = spooled.open()) {
            assertThat(folder).isEmptyDirectory();
            assertThat(file.readAllBytes()).isEqualTo(body);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void ofABodyThatIsCutNothingIsKept() throws IOException {
        InputStream rest = InputStream.nullInputStream();
        rest.close();
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(new byte[100]), rest);

        assertThatThrownBy(() -> Spooled.in(folder, cut))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(408));

        assertThat(folder).isEmptyDirectory();
    }
}
