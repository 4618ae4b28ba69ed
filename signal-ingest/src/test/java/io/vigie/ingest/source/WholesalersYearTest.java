package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real year of invoices, down to the last row; that imports publish what they take is shown on smaller files. */
class WholesalersYearTest {
    private static final Path FILE =
            Path.of(System.getProperty("vigie.shared", ""), "data/online_retail/online_retail.csv.gz");

    @Test
    void everyRowIsAccountedFor() throws IOException {
        assumeTrue(Files.exists(FILE), "the shared data are not here: " + FILE);
        FileImport file = new FileImport(
                Sources.shipped().find("online-retail").orElseThrow(),
                Map.of(),
                new SignalIntake(SignalCatalogue.shipped()),
                Identities.NONE,
                Instant.parse("2026-01-01T00:00:00Z"),
                new Nowhere());

        try (InputStream in = Files.newInputStream(FILE)) {
            file.run(Unzipped.of(in));
        }

        ImportReport report = file.report("year");
        assertThat(report.rows()).isEqualTo(541_909);
        assertThat(report.mapped()).isEqualTo(22_190);
        assertThat(report.merged()).isEqualTo(384_639);
        assertThat(report.refusedByReason()).isEqualTo(Map.of("missing-customer", 135_080L));
        assertThat(report.accepted()).isEqualTo(22_190);
        assertThat(report.customers()).isEqualTo(4_388);
    }

    private static final class Nowhere implements Receiver {
        @Override
        public void take(Signal signal) {}

        @Override
        public void take(Customer customer) {}

        @Override
        public void take(Consented consented) {
            throw new AssertionError("nobody said so: " + consented);
        }

        @Override
        public void refuse(RefusedRow row) {}
    }
}
