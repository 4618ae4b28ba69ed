package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FileImportTest {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final SignalIntake INTAKE = new SignalIntake(SignalCatalogue.shipped());

    /** The order of a file's rows changes neither amounts nor counts. */
    @Property(tries = 30)
    void theOrderOfTheRowsNeverMatters(@ForAll @IntRange(min = 1, max = 60) int rows, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < rows; line++) {
            lines.add("%d,A,B,%d,2011-07-01 08:%02d:00,%d.%03d,%s,France\n"
                    .formatted(
                            random.nextInt(9),
                            random.nextInt(20) - 5,
                            random.nextInt(60),
                            random.nextInt(9),
                            random.nextInt(1000),
                            random.nextInt(4) == 0 ? "" : "c" + random.nextInt(3)));
        }
        Taken inOrder = run(lines);
        java.util.Collections.shuffle(lines, random);
        Taken shuffled = run(lines);

        assertThat(shuffled.signals).isEqualTo(inOrder.signals);
        assertThat(shuffled.report.refusedByReason()).isEqualTo(inOrder.report.refusedByReason());
        assertThat(inOrder.report.rows()).isEqualTo(rows);
        assertThat(inOrder.report.mapped() + inOrder.report.merged() + inOrder.report.refused())
                .isEqualTo(rows);
    }

    @Example
    void aFileCutInTheMiddleSaysSoAndKeepsWhatWasRead() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write((HEADER + "1,A,B,1,2011-07-01 08:00:00,1.0,c1,France\n".repeat(50_000))
                    .getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
        FileImport file = fileImport(new Taken());

        assertThatThrownBy(() -> file.run(Unzipped.of(new ByteArrayInputStream(cut))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("ends in the middle");
        assertThat(file.report("x").rows()).isZero();
    }

    @Example
    void aFileWithoutAWantedColumnIsRefusedAsAWhole() {
        FileImport file = fileImport(new Taken());

        assertThatThrownBy(() -> file.run(new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("InvoiceNo");
        // what no row could do without is wanted, even where no columns are named
        Source plain = Sources.shipped().find("csv").orElseThrow();
        FileImport other = new FileImport(plain, Map.of(), INTAKE, Identities.NONE, Instant.EPOCH, new Taken());
        assertThatThrownBy(() -> other.run(new ByteArrayInputStream("id;type\n1;2\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no column \"customer\"")
                .hasMessageContaining("separator");
    }

    @Example
    void brokenTextCostsItsOwnRowOnly() {
        byte[] bytes = (HEADER
                        + "1,A,B\u00e9,1,2011-07-01 08:00:00,1.0,c1,France\n2,A,B,1,2011-07-01 08:00:00,1.0,c1,France\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Taken taken = new Taken();
        FileImport file = fileImport(taken);

        file.run(new ByteArrayInputStream(bytes));

        assertThat(file.report("x").refusedByReason()).isEqualTo(Map.of("malformed-row", 1L));
        assertThat(taken.signals).hasSize(1);
    }

    @Example
    void whatIsNotTheFileThatWasCutIsReadOnNeitherLongerNorShorter() {
        String file = "{\"id\":\"C-1\"}\n{\"id\":\"C-2\"}\n{\"id\":\"C-3\"}\n";
        FileImport cut = customers();
        cut.run(stream(file.substring(0, 26)));

        for (String other : List.of(file.replace("C-1", "C-9"), "{\"id\":\"C-1\"}\n")) {
            FileImport again = customers();
            again.goOnFrom(cut.report("x"), Optional.of(cut.digest()));
            assertThatThrownBy(() -> again.run(stream(other), 2, Progress.UNTOLD))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("send it again");
        }
        FileImport again = customers();
        again.goOnFrom(cut.report("x"), Optional.of(cut.digest()));
        again.run(stream(file), 2, Progress.UNTOLD);
        assertThat(again.report("x").rows()).isEqualTo(3);
    }

    private static FileImport customers() {
        Source source = Sources.shipped().find("customers").orElseThrow();
        return new FileImport(
                source, Map.of(), INTAKE, Identities.NONE, Instant.parse("2026-01-01T00:00:00Z"), new Taken());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Taken run(List<String> lines) {
        Taken taken = new Taken();
        FileImport file = fileImport(taken);
        file.run(new ByteArrayInputStream((HEADER + String.join("", lines)).getBytes(StandardCharsets.UTF_8)));
        taken.report = file.report("x");
        return taken;
    }

    private static FileImport fileImport(Receiver receiver) {
        Source source = Sources.shipped().find("online-retail").orElseThrow();
        return new FileImport(
                source, Map.of(), INTAKE, Identities.NONE, Instant.parse("2026-01-01T00:00:00Z"), receiver);
    }

    private static final class Taken implements Receiver {
        private final Set<Signal> signals = new HashSet<>();
        private ImportReport report = new ImportReport("", "", 0, 0, 0, 0, 0, Map.of(), 0, 0, 0, List.of());

        @Override
        public void take(Signal signal) {
            signals.add(signal);
        }

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
