package io.vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.events.DataFiles;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files as a French spreadsheet writes them: semicolons, decimal commas, its own dates and encoding. */
class FrenchFileTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String ORDERS = """
            commande;client;date;montant
            1;C-1;31/01/2026;1 234,56
            2;C-2;01/02/2026;1\u00a0234,5
            3;Müller & Fils;01/02/2026 08:30;12
            4;C-4;31/01/2026;douze
            5;C-5;31/01/2026;12.50
            """;

    private final List<Signal> taken = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();

    @Test
    void windowsTextDecimalCommasAndFrenchDatesAreRead() throws IOException {
        importing("windows-1252", ORDERS.getBytes(Charset.forName("windows-1252")));

        assertThat(taken).extracting(Signal::customer).containsExactly("C-1", "C-2", "Müller & Fils");
        assertThat(taken)
                .extracting(signal -> signal.attributes().path("amount").asLong())
                .containsExactly(123_456L, 123_450L, 1_200L);
        assertThat(taken)
                .extracting(Signal::time)
                .startsWith(Instant.parse("2026-01-30T23:00:00Z"))
                .endsWith(Instant.parse("2026-02-01T07:30:00Z"));
        assertThat(refused).extracting(RefusedRow::line).containsExactly(5L, 6L);
        assertThat(refused).allSatisfy(row -> {
            assertThat(row.why().reason()).isEqualTo("wrong-attribute");
            assertThat(row.why().detail()).endsWith("with a decimal comma, such as 1234,56 or 1 234,56");
        });
    }

    @Test
    void utf8WithAByteOrderMarkIsReadToo() throws IOException {
        importing("utf-8", ("\uFEFF" + ORDERS).getBytes(StandardCharsets.UTF_8));

        assertThat(taken).hasSize(3);
        assertThat(taken.getLast().customer()).isEqualTo("Müller & Fils");
    }

    @Test
    void aByteOrderMarkBeforeAQuotedNameIsNoPartOfIt() throws IOException {
        String quoted = ORDERS.replace("commande;client;date;montant", "\"commande\";\"client\";\"date\";\"montant\"");

        importing("utf-8", ("\uFEFF" + quoted).getBytes(StandardCharsets.UTF_8));

        assertThat(taken).hasSize(3);
        assertThat(refused).hasSize(2);
        assertThat(refused.getFirst().file()).startsWith((byte) '"', (byte) 'c');
    }

    @Test
    void refusedRowsOfAMarkedFileCanBeImportedAgainWithTheirReasons() throws IOException {
        importing("utf-8", ("\uFEFF" + ORDERS.replace("commande;", "\"commande\";")).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream mended = new ByteArrayOutputStream();
        RefusedFile file = new RefusedFile(spec("utf-8"), refused.getFirst().header(), mended);
        refused.forEach(row -> file.add(row.raw(), row.why().reason(), row.why().detail()));
        taken.clear();

        String again = "\uFEFF"
                + mended.toString(StandardCharsets.UTF_8)
                        .replace("douze", "12,5")
                        .replace("12.50", "12,5");
        importing("utf-8", again.getBytes(StandardCharsets.UTF_8));

        assertThat(taken).extracting(Signal::customer).containsExactly("C-4", "C-5");
    }

    private void importing(String encoding, byte[] file) throws IOException {
        SourceSpec spec = spec(encoding);
        String mapping = """
                {"signals": [{"id": id, "type": "order.placed", "customer": row.client, "time": time,
                  "attributes": {"amount": $minor(1, row.montant)}}]}""";
        new FileImport(
                        new Source("french", spec, mapping),
                        Map.of(),
                        new SignalIntake(SignalCatalogue.shipped()),
                        Identities.NONE,
                        NOW,
                        new Gathered())
                .run(new ByteArrayInputStream(file));
    }

    private static SourceSpec spec(String encoding) throws IOException {
        return DataFiles.yaml().readValue("""
                description: Orders of a French shop
                format: csv
                encoding: %s
                separator: ";"
                decimal: ","
                numbers: [montant]
                time: {column: date, patterns: [dd/MM/yyyy, "dd/MM/yyyy HH:mm"]}
                zone: Europe/Paris
                id: {column: commande}
                """.formatted(encoding), SourceSpec.class);
    }

    private final class Gathered implements Receiver {
        @Override
        public void take(Signal signal) {
            taken.add(signal);
        }

        @Override
        public void take(Customer customer) {}

        @Override
        public void take(Consented consented) {
            throw new AssertionError("nobody said so: " + consented);
        }

        @Override
        public void refuse(RefusedRow row) {
            refused.add(row);
        }
    }
}
