package io.vigie.local.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.local.simulator.HistoryPlan;
import io.vigie.local.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFolderTest {
    /** Of version 1. A change of the simulator or its figures is a new version: say so in docs/simulator.md. */
    private static final String SIGNALS = "3b4bb01f30a4356f71cb76b669ab948852da346b98297267aaabbc3d9fdc5f97";

    private static final String TRUTH = "ec6fa4d2f348d6bc501e86d156ab6a482585dc7611eba4ce3b647de9e290ad2b";

    @Test
    void versionOneGivesTheseBytesOnEveryMachine(@TempDir Path folder) throws Exception {
        HistoryFolder.write(Simulator.simulate(HistoryPlan.usual().withCustomers(300)), folder);

        assertThat(digest(folder.resolve("signals.ndjson"))).isEqualTo(SIGNALS);
        assertThat(digest(folder.resolve("truth.ndjson"))).isEqualTo(TRUTH);
    }

    @Test
    void whatIsWrittenIsRecognisedAndItsTruthIsNotFed(@TempDir Path folder) {
        HistoryFolder.write(Simulator.simulate(HistoryPlan.usual().withCustomers(5)), folder);

        Dataset dataset = Datasets.shipped().recognise(folder);

        assertThat(dataset.kind()).isEqualTo("vigie-history");
        assertThat(dataset.files())
                .extracting(file -> file.source() + " " + file.path().getFileName())
                .containsExactly("customers customers.ndjson", "cloudevents signals.ndjson");
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
