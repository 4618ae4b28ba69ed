package io.vigie.scorer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.scorer.learning.Shop;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.TableModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void figuresAndModelAreWritten() throws IOException {
        Path table = Shop.of(400, 1).writtenTo(folder);
        Path json = folder.resolve("out.json");
        Path model = folder.resolve("model.json");

        int status = train(table, "--left", "gone=yes", "--json", json.toString(), "--model", model.toString());

        assertThat(status).isZero();
        JsonNode report = EventJson.mapper().readTree(Files.readAllBytes(json));
        assertThat(report.path("rows").asInt()).isEqualTo(400);
        assertThat(report.path("chosen").asText()).isIn("linear", "boosted");
        assertThat(report.path("warnings").isArray()).isTrue();
        for (String way : new String[] {"linear", "boosted"}) {
            assertThat(report.path(way).fieldNames())
                    .toIterable()
                    .containsExactly("auc", "brier", "logLoss", "ece", "lift10", "empc");
        }
        TableModelFile written = (TableModelFile) ModelFile.read(Files.readAllBytes(model));
        assertThat(written.linear().all().auc())
                .isEqualTo(report.path("linear").path("auc").asDouble());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatCannotBeLearnedFromIsSaidInASentenceAndNothingIsWritten() {
        Path table = Shop.of(30, 1).writtenTo(folder);
        Path json = folder.resolve("out.json");

        String said = saidBy(() -> assertThat(train(table, "--left", "gone=yes", "--json", json.toString()))
                .isEqualTo(1));

        assertThat(said).startsWith("vigie: too few rows").hasLineCount(1);
        assertThat(json).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsSaidBeforeTheWork() {
        Path table = Shop.of(400, 1).writtenTo(folder);
        String out = folder.resolve("nowhere").resolve("out.json").toString();

        String said = saidBy(
                () -> assertThat(train(table, "--left", "gone", "--json", out)).isEqualTo(1));

        assertThat(said).contains("is its folder there?");
    }

    @Test
    void telecomCustomersAreToldAsWellAsTheReference() throws IOException {
        Path table = Path.of(System.getProperty("vigie.shared", "../shared"), "data", "telco_ibm")
                .resolve("Telco-Customer-Churn.csv");
        assumeThat(table).as("the public telecom table is not here").exists();
        Path json = folder.resolve("out.json");

        int status = train(table, "--id", "customerID", "--left", "Churn=Yes", "--json", json.toString());

        assertThat(status).isZero();
        JsonNode report = EventJson.mapper().readTree(Files.readAllBytes(json));
        JsonNode chosen = report.path(report.path("chosen").asText());
        assertThat(report.path("rows").asInt()).isEqualTo(7_043);
        assertThat(report.path("baseRate").asDouble()).isBetween(.265, .266);
        assertThat(chosen.path("auc").asDouble()).isGreaterThanOrEqualTo(.846);
        assertThat(chosen.path("brier").asDouble()).isLessThanOrEqualTo(.1355);
        assertThat(chosen.path("ece").asDouble()).isLessThanOrEqualTo(.015);
        assertThat(chosen.path("empc").asDouble()).isGreaterThanOrEqualTo(10.28);
        assertThat(report.path("linear").path("auc").asDouble()).isGreaterThanOrEqualTo(.844);
        assertThat(report.path("warnings")).isEmpty();
    }

    private static int train(Path table, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--table";
        arguments[1] = table.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return TrainCommand.run(arguments);
    }

    private static String saidBy(Runnable run) {
        PrintStream before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
