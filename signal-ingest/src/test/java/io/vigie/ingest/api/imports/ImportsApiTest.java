package io.vigie.ingest.api.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.customer.Customer;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.testkit.BackendsResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackendsResource.class)
class ImportsApiTest {
    private static final String INVOICES = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            700001,A1,BOWL,6,2011-07-01 08:26:00,2.55,70001.0,United Kingdom
            700001,A1,PLATE,1,2011-07-01 08:26:00,1.00,70001.0,United Kingdom
            700002,A1,NOBODY-S PLATE,1,2011-07-01 08:26:00,1.00,,United Kingdom
            """;

    @Test
    void aFileIsAccountedForToTheLastRow() {
        String id = given().contentType("text/csv")
                .body(INVOICES)
                .post("/imports/online-retail")
                .then()
                .statusCode(200)
                .body("rows", equalTo(3))
                .body("mapped", equalTo(1))
                .body("merged", equalTo(1))
                .body("refused", equalTo(1))
                .body("refusedByReason.missing-customer", equalTo(1))
                .body("accepted", equalTo(1))
                .body("customers", equalTo(1))
                .body("errors[0].line", equalTo(4))
                .extract()
                .path("id");

        given().get("/imports/" + id)
                .then()
                .statusCode(200)
                .body("rows", equalTo(3))
                .body("id", equalTo(id));
        assertThat(Topics.event(Topic.SIGNALS, "700001/70001").key()).isEqualTo("70001");
        assertThat(Topics.refused("NOBODY-S")).singleElement().satisfies(refused -> {
            assertThat(refused.line()).hasValue(4L);
            assertThat(refused.source()).isEqualTo("/sources/online-retail");
        });
    }

    @Test
    void aGzippedFileIsReadAndACutOneIsTold() throws IOException {
        byte[] zipped = gzip(INVOICES.repeat(1));
        given().contentType("text/csv")
                .header("Content-Encoding", "gzip")
                .body(zipped)
                .post("/imports/online-retail?dryRun=true")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .body(containsString("\"rows\":3"))
                .body(containsString("{\"signal\":{\"specversion\":\"1.0\""));
        given().contentType("text/csv")
                .body(Arrays.copyOf(zipped, zipped.length / 2))
                .post("/imports/online-retail")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:unreadable-file"))
                .body("report.accepted", equalTo(0));
    }

    @Test
    void aDryRunPublishesNothing() {
        int before = Topics.all(Topic.SIGNALS).size();

        given().body(INVOICES).post("/imports/online-retail?dryRun=true").then().statusCode(200);

        assertThat(Topics.all(Topic.SIGNALS)).hasSize(before);
    }

    @Test
    void anUnknownSourceOrImportIsTold() {
        given().body("x")
                .post("/imports/nowhere")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:vigie:problem:unknown-source"))
                .body("detail", containsString("online-retail"));
        given().get("/imports/00000000-0000-0000-0000-000000000000").then().statusCode(404);
        given().body("a,b\n").post("/imports/online-retail").then().statusCode(422);
        given().body("").post("/imports/online-retail").then().statusCode(422);
    }

    @Test
    void aLookupIsUploadedBeforeItIsJoined() {
        String usage = """
                usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count,is_beta_feature
                U-900001,S-900001,2023-12-27,feature_20,9,5004,0,False
                """;
        given().body(usage)
                .post("/imports/ravenstack-usage")
                .then()
                .statusCode(409)
                .body("detail", containsString("/sources/ravenstack-usage/lookups/subscriptions"));
        given().body(usage).post("/imports/ravenstack-usage?async=true").then().statusCode(409);
        given().body("subscription_id,account_id\nS-900001,A-900001\n")
                .put("/sources/ravenstack-usage/lookups/subscriptions")
                .then()
                .statusCode(200)
                .body("rows", equalTo(1));
        given().body("subscription_id,account_id\nS-900001,A-900001\nS-900001,A-900002\n")
                .put("/sources/ravenstack-usage/lookups/subscriptions")
                .then()
                .statusCode(422)
                .body("detail", containsString("twice"));

        given().body(usage)
                .post("/imports/ravenstack-usage")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(Topics.all(Topic.SIGNALS)).anyMatch(record -> record.key().equals("A-900001"));
    }

    @Test
    void theSourcesAreListed() {
        given().get("/sources")
                .then()
                .statusCode(200)
                .body("name", hasItem("online-retail"))
                .body("find { it.name == 'ravenstack-usage' }.lookups", equalTo(List.of("subscriptions")));
    }

    @Test
    void aCustomerRecordStandsEncipheredOnItsTopicAndWithoutNamesAmongTheSignals() {
        given().contentType("application/json")
                .body("{\"id\":\"other\",\"name\":\"Example\",\"time\":\"2025-05-01T00:00:00Z\"}")
                .put("/customers/cust-77")
                .then()
                .statusCode(202)
                .body("id", equalTo("cust-77"));

        assertThat(record(Topic.CUSTOMERS).name())
                .hasValueSatisfying(name -> assertThat(name).startsWith("enc:1:"));
        assertThat(record(Topic.SIGNALS).name()).isEmpty();
        assertThat(record(Topic.SIGNALS).id()).isEqualTo("cust-77");
    }

    private static Customer record(Topic topic) {
        return (Customer)
                EventCodec.read(Topics.theOne(topic, record -> record.key().equals("cust-77")))
                        .data();
    }

    @Test
    void ticksAreForReplays() {
        given().contentType("application/json")
                .body("{\"run\":\"r1\",\"time\":\"2026-01-01T00:00:00Z\"}")
                .post("/ticks")
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }
}
