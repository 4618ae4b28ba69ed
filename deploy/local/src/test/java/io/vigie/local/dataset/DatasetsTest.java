package io.vigie.local.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetsTest {
    private static final String INVOICES = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            1,a,"a thing, blue",2,2011-06-01 09:00:00,1.50,17,France
            2,a,thing,2,2011-07-01 23:30:00,1.50,17,France
            3,a,thing,2,not a time,1.50,17,France
            """;

    private static final String ACCOUNTS = """
            account_id,account_name,industry,country,signup_date,referral_source,plan_tier,seats,is_trial,churn_flag
            A,Company,EdTech,US,2024-01-01,other,Pro,1,False,False
            """;

    private static final String SUBSCRIPTIONS = """
            subscription_id,account_id,start_date,end_date,plan_tier,seats,arr_amount,is_trial,upgrade_flag,\
            downgrade_flag,billing_frequency,auto_renew_flag
            S,A,2024-02-01,,Pro,1,12,False,False,False,monthly,True
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileIsKnownByItsColumnsAndNotByItsName() throws IOException {
        Files.writeString(folder.resolve("whatever.txt"), "\uFEFF" + INVOICES);

        Dataset dataset = Datasets.shipped().recognise(folder);

        assertThat(dataset.kind()).isEqualTo("online-retail");
        assertThat(dataset.files()).extracting(Dataset.SourceFile::source).containsExactly("online-retail");
    }

    @Test
    void timeRunsFromHalfAYearBeforeTheLastEventToADayAfterIt() throws IOException {
        Files.writeString(folder.resolve("lines.csv"), INVOICES);

        Dataset dataset = Datasets.shipped().recognise(folder);

        assertThat(dataset.last()).isEqualTo("2011-07-01T22:30:00Z");
        assertThat(dataset.goLive()).isEqualTo("2011-01-02T22:30:00Z");
        assertThat(dataset.closing()).isEqualTo("2011-07-02T22:30:00Z");
    }

    @Test
    void gzippedFilesAreReadAsWell() throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve("lines.csv.gz")))) {
            file.write(INVOICES.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Datasets.shipped().recognise(folder).last()).isEqualTo(Instant.parse("2011-07-01T22:30:00Z"));
    }

    @Test
    void partsOfOneTableAreFedOneAfterTheOther() throws IOException {
        Files.writeString(folder.resolve("b.csv"), INVOICES);
        Files.writeString(folder.resolve("a.csv"), INVOICES);

        assertThat(Datasets.shipped().recognise(folder).files())
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("a.csv", "b.csv");
    }

    @Test
    void accountsAndSubscriptionsAloneAreASoftwareCompanyToo() throws IOException {
        accounts();
        Files.writeString(folder.resolve("2.csv"), SUBSCRIPTIONS);

        Dataset dataset = Datasets.shipped().recognise(folder);

        assertThat(dataset.files())
                .extracting(Dataset.SourceFile::source)
                .containsExactly("ravenstack-accounts", "ravenstack-subscriptions");
        assertThat(dataset.lookups())
                .extracting(lookup -> lookup.source() + "/" + lookup.name())
                .containsExactly("ravenstack-usage/subscriptions");
        assertThat(dataset.notes()).contains("no file with support tickets");
    }

    @Test
    void aFolderThatLacksAFileIsToldWhichOne() throws IOException {
        accounts();

        assertThatThrownBy(() -> Datasets.shipped().recognise(folder))
                .isInstanceOf(UnknownDataset.class)
                .hasMessageContaining("online-retail", "vigie-history")
                .hasMessageContaining("missing: subscriptions, a file whose header has the columns subscription_id")
                .hasMessageNotContaining("missing: accounts");
    }

    @Test
    void aTableThatLacksAColumnIsToldWhichOne() throws IOException {
        Files.writeString(folder.resolve("lines.csv"), INVOICES.replace("CustomerID", "Client"));

        assertThatThrownBy(() -> Datasets.shipped().recognise(folder))
                .hasMessageContaining("(lines.csv lacks CustomerID)");
    }

    @Test
    void whatIsNoFolderIsSaidSo() {
        assertThatThrownBy(() -> Datasets.shipped().recognise(folder.resolve("none")))
                .isInstanceOf(UnknownDataset.class)
                .hasMessageEndingWith("is not a folder");
    }

    @ParameterizedTest
    @CsvSource({
        "online_retail, online-retail, 1, 2011-12-09T12:50:00Z",
        "ravenstack_saas, ravenstack, 5, 2024-12-31T19:00:00Z"
    })
    void realHistoriesAreRecognised(String name, String kind, int files, Instant last) {
        Path shared = Path.of(System.getProperty("vigie.shared", ""), "data", name);
        assumeTrue(Files.isDirectory(shared), "real data is not here: " + shared);

        Dataset dataset = Datasets.shipped().recognise(shared);

        assertThat(dataset.kind()).isEqualTo(kind);
        assertThat(dataset.files()).hasSize(files);
        assertThat(dataset.last()).isEqualTo(last);
    }

    private void accounts() throws IOException {
        Files.writeString(folder.resolve("1.csv"), ACCOUNTS);
    }
}
