package io.vigie.ingest.api.customers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.customer.CustomerErased;
import io.vigie.events.customer.CustomerKey;
import io.vigie.events.wire.Event;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.ingest.intake.Wishes;
import io.vigie.ingest.store.ContractTold;
import io.vigie.ingest.store.CustomerFile;
import io.vigie.ingest.store.CustomerKeys;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.store.LastContacts;
import io.vigie.ingest.store.Purges;
import io.vigie.ingest.stream.Erasures;
import io.vigie.privacy.CustomerCipher;
import io.vigie.privacy.Enciphering;
import io.vigie.privacy.MasterKey;
import io.vigie.privacy.PersonalData;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is personal is readable only with the customer's key, wishes outlive records, and the erased are gone. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class PrivacyApiTest {
    @Inject
    MasterKey master;

    @Inject
    Erasures erasures;

    @Inject
    Purging purging;

    @Inject
    Erasing erasing;

    @Inject
    ErasureRows rows;

    @Inject
    CustomerKeys keys;

    @Inject
    CustomerFile file;

    @Inject
    CustomerWishes wishes;

    @Inject
    LastContacts contacts;

    @Test
    void whatIsPersonalStandsEncipheredOnTheTopicsAndItsKeyBesideThem() {
        signal("pr-1", "pr-s1", "2025-03-01T10:00:00Z", "I am furious").statusCode(202);
        record("pr-1", "{\"name\":\"Exemple Secret\",\"contact\":{\"email\":\"secret@exemple.example\"}}");

        // then nobody reads it
        ConsumerRecord<String, byte[]> signal = Topics.event(Topic.SIGNALS, "pr-s1");
        ConsumerRecord<String, byte[]> record = last(Topic.CUSTOMERS, "pr-1");
        assertThat(text(signal)).doesNotContain("furious").contains("enc:1:").contains("electricity");
        assertThat(text(record)).doesNotContainIgnoringCase("secret").contains("enc:1:");
        // but who has the key
        Optional<CustomerCipher> cipher = cipherOf("pr-1");
        JsonNode complaint =
                Enciphering.deciphered((JsonNode) EventCodec.read(signal).data(), cipher);
        assertThat(complaint.path("text").textValue()).isEqualTo("I am furious");
        assertThat(PersonalData.deciphered((Customer) EventCodec.read(record).data(), cipher)
                        .name())
                .hasValue("Exemple Secret");
        given().get("/customers/pr-1").then().statusCode(200).body("name", equalTo("Exemple Secret"));
    }

    @Test
    void aSecondDeliveryGivesTheSameBytesAndNoSecondKey() {
        signal("pr-2", "pr-s2", "2025-03-01T10:00:00Z", "twice").statusCode(202);
        signal("pr-2", "pr-s2", "2025-03-01T10:00:00Z", "twice").statusCode(202);
        record("pr-2", "{\"time\":\"2025-03-02T10:00:00Z\",\"name\":\"Twice\"}");
        record("pr-2", "{\"time\":\"2025-03-02T10:00:00Z\",\"name\":\"Twice\"}");

        assertThat(of(Topic.SIGNALS, "pr-2").stream().map(PrivacyApiTest::text).distinct())
                .as("the signal, and the record without what is personal")
                .hasSize(2);
        assertThat(of(Topic.CUSTOMERS, "pr-2").stream()
                        .map(record -> Topics.id(record) + text(record))
                        .distinct())
                .hasSize(1);
        assertThat(of(Topic.KEYS, "pr-2")).hasSize(1);
    }

    @Test
    void aSignalWithoutPersonalWordsMakesNoKey() {
        signal("pr-3", "pr-s3", "2025-03-01T10:00:00Z", "").statusCode(202);

        assertThat(of(Topic.KEYS, "pr-3")).isEmpty();
    }

    @Test
    void anObjectionOutlivesTheRecordsOfTheCrmUntilThePersonWithdrawsIt() {
        record("pr-4", "{\"name\":\"Exemple\",\"segment\":\"b2c\"}");

        given().post("/customers/pr-4/objection").then().statusCode(202).body("objects", equalTo(true));
        assertThat(told("pr-4").objection()).isTrue();
        assertThat(told("pr-4").segment()).isPresent();

        record("pr-4", "{\"name\":\"Exemple\",\"segment\":\"b2b\",\"objection\":false}");
        assertThat(told("pr-4").objection()).isTrue();
        assertThat(told("pr-4").segment().orElseThrow().word()).isEqualTo("b2b");

        given().delete("/customers/pr-4/objection").then().statusCode(202).body("objects", equalTo(false));
        assertThat(told("pr-4").objection()).isFalse();
        assertThat(of(Topic.CUSTOMERS, "pr-4").stream()
                        .map(record -> EventCodec.read(record).time()))
                .as("each is later than the one before")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whoObjectsBeforeThereIsAnyRecordIsToldOfAllTheSame() {
        given().body("{\"at\":\"2025-03-01T10:00:00Z\",\"proof\":\"letter 7\"}")
                .post("/customers/pr-5/objection")
                .then()
                .statusCode(202);

        assertThat(told("pr-5").objection()).isTrue();
        given().get("/customers/pr-5/objection").then().body("proof", equalTo("letter 7"));
        record("pr-5", "{\"time\":\"2025-02-01T00:00:00Z\",\"country\":\"FR\"}");
        assertThat(told("pr-5").objection()).isTrue();
        assertThat(told("pr-5").country()).hasValue("FR");
    }

    @Test
    void consentsTravelWithEachRecordAndTheLatestWordHolds() {
        String yes = consent(true, "2025-03-01T10:00:00Z");
        given().body("[" + yes + "]").put("/customers/pr-6/consents").then().statusCode(202);

        record("pr-6", "{\"name\":\"Exemple\"}");
        assertThat(told("pr-6").consents()).singleElement().satisfies(said -> assertThat(said.given())
                .isTrue());

        record("pr-6", "{\"consents\":[" + consent(false, "2025-03-05T10:00:00Z") + "]}");
        given().body("[" + yes + "]").put("/customers/pr-6/consents").then().statusCode(202);
        given().get("/customers/pr-6/consents").then().body("given", equalTo(List.of(false)));
        assertThat(told("pr-6").consents()).singleElement().satisfies(said -> assertThat(said.given())
                .isFalse());
    }

    @Test
    void consentsComeAsAFileOfTheirOwnAndUndoNoRecord() {
        record("pr-19", "{\"name\":\"Exemple\",\"segment\":\"b2c\"}");
        String file = """
                customer,channel,purpose,date,given,proof
                pr-19,email,retention,2025-03-01 10:30,oui,crm:consent/881
                pr-19,phone,win-back,01/03/2025,non,
                pr-20,sms,retention,2025-03-01,yes,
                pr-20,pigeon,retention,2025-03-01,yes,
                """;
        given().body(file)
                .post("/imports/consents?dryRun=true")
                .then()
                .statusCode(200)
                .body(containsString("\"consent\""));
        given().get("/customers/pr-19/consents").then().body("size()", equalTo(0));

        String id = given().body(file)
                .post("/imports/consents")
                .then()
                .statusCode(200)
                .body("consents", equalTo(3))
                .body("mapped", equalTo(3))
                .body("refused", equalTo(1))
                .extract()
                .path("id");

        given().get("/imports/" + id + "/refused").then().body(containsString("pigeon"));
        assertThat(told("pr-19").consents()).hasSize(2).anySatisfy(said -> assertThat(said.proof())
                .hasValue("crm:consent/881"));
        assertThat(told("pr-19").segment()).isPresent();
        assertThat(told("pr-20").consents()).hasSize(1);
    }

    @Test
    void wishesThatCannotBeReadAreRefusedWithHowToMendThem() {
        for (String wrong : List.of("[]", "{}", "[{\"channel\":\"phone\"}]", "[null]", "not json")) {
            given().body(wrong)
                    .put("/customers/pr-7/consents")
                    .then()
                    .statusCode(oneOf(400, 422))
                    .contentType("application/problem+json");
        }
        given().body("[" + consent(true, "2999-01-01T00:00:00Z") + "]")
                .put("/customers/pr-7/consents")
                .then()
                .statusCode(422)
                .body("type", containsString("time-in-future"));
        given().body("{\"consents\":[" + consent(true, "2199-01-01T00:00:00Z") + "]}")
                .put("/customers/pr-7")
                .then()
                .statusCode(422)
                .body("detail", containsString("consents.at: time 2199-01-01T00:00:00Z is more than 5 minutes after"));
        given().body("[1]").post("/customers/pr-7/objection").then().statusCode(422);
        given().body("{\"at\":1e99}").post("/customers/pr-7/objection").then().statusCode(422);
    }

    @Test
    void whoIsErasedIsGoneEverywhereAndTheirPastStaysOut() {
        // given
        signal("pr-8", "pr-s8", "2025-03-01T10:00:00Z", "forget me").statusCode(202);
        record("pr-8", "{\"name\":\"Forget Me\",\"aliases\":{\"stripe\":[\"cus_pr8\"]}}");
        given().post("/customers/pr-8/objection").then().statusCode(202);
        given().body("{\"consents\":7,\"name\":\"Forget Me\"}")
                .put("/customers/pr-8")
                .then()
                .statusCode(422);
        await().until(() -> !quarantined("pr-8").isEmpty());

        // when
        String erasure = given().delete("/customers/pr-8")
                .then()
                .statusCode(202)
                .body("counts.records", equalTo(1))
                .body("counts.keys", equalTo(1))
                .body("counts.aliases", equalTo(1))
                .body("counts.refused", equalTo(1))
                .extract()
                .path("erasure");

        // then
        assertThat(last(Topic.KEYS, "pr-8").value()).isNull();
        for (Topic topic : List.of(Topic.SIGNALS, Topic.CUSTOMERS)) {
            Event<?> told = EventCodec.read(last(topic, "pr-8"));
            assertThat(told.data()).isInstanceOf(CustomerErased.class);
            assertThat(told.id()).isEqualTo(erasure);
        }
        given().get("/customers/pr-8").then().statusCode(404);
        given().get("/customers/pr-8/aliases").then().body("aliases.size()", equalTo(0));
        assertThat(quarantined("pr-8")).isEmpty();

        // and what happened before is refused without being kept
        signal("pr-8", "pr-s8b", "2025-04-01T10:00:00Z", "from a backup")
                .statusCode(422)
                .body("type", containsString("customer-erased"));
        assertThat(Topics.refused("from a backup")).isEmpty();
        given().body("{\"time\":\"2025-04-01T10:00:00Z\",\"name\":\"Forget Me\"}")
                .put("/customers/pr-8")
                .then()
                .statusCode(422);

        // and what comes later begins anew, under another key
        record("pr-8", "{\"name\":\"Stranger\"}");
        assertThat(told("pr-8").objection()).isFalse();
        assertThat(of(Topic.KEYS, "pr-8")).hasSize(3);
        JsonNode old =
                (JsonNode) EventCodec.read(Topics.event(Topic.SIGNALS, "pr-s8")).data();
        assertThat(Enciphering.deciphered(old, cipherOf("pr-8")).has("text")).isFalse();
    }

    @Test
    void everythingHeldOnACustomerIsGivenAsItCanBeRead() {
        signal("pr-10", "pr-s10", "2025-03-01T10:00:00Z", "mine").statusCode(202);
        record("pr-10", "{\"name\":\"Exemple\",\"aliases\":{\"stripe\":[\"cus_pr10\"]}}");
        given().body("{\"currency\":\"?\"}").put("/customers/pr-10").then().statusCode(422);
        await().until(() -> !quarantined("pr-10").isEmpty());
        await().untilAsserted(() -> given().get("/customers/pr-10/export")
                .then()
                .statusCode(200)
                .body("lastContact", equalTo("2025-03-01")));

        given().get("/customers/pr-10/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("record.name", equalTo("Exemple"))
                .body("aliases", equalTo(List.of("stripe:cus_pr10")))
                .body("refused.reason", equalTo(List.of("wrong-customer")))
                .body("events.signals.find { it.id == 'pr-s10' }.data.text", equalTo("mine"))
                .body("events.signals.id", hasSize(2))
                .body("events.customers[0].data.name", equalTo("Exemple"))
                .body("events.risk", hasSize(0));

        given().delete("/customers/pr-10").then().statusCode(202);
        given().get("/customers/pr-10/export")
                .then()
                .body("record", equalTo(null))
                .body("events.signals", hasSize(0));
    }

    @Test
    void whoWasNotHeardOfForLongIsErasedUnlessUnderContract() {
        // given customers of long ago: one under a contract that goes on by itself, one whose contract was cancelled
        String contract =
                "{\"time\":\"1911-01-01T00:00:00Z\",\"contract\":{\"id\":\"K\",\"start\":\"1910-01-01T00:00:00Z\"}}";
        for (String customer : List.of("pr-11", "pr-12", "pr-13")) {
            signal(customer, "pr-s" + customer, "1911-03-01T10:00:00Z", "long ago")
                    .statusCode(202);
        }
        record("pr-12", contract);
        record("pr-13", contract);
        given().contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"pr-end","source":"/pr","type":"account.closed","subject":"pr-13","time":"1911-04-01T10:00:00Z","data":{}}""")
                .post("/signals")
                .then()
                .statusCode(202);

        // and three of whose contracts signals alone tell
        signal("pr-23", "pr-s23", "1911-03-01T10:00:00Z", "long ago").statusCode(202);
        contract("pr-23", "started", "K1", "1910-01-01T00:00:00Z", ",\"renewal\":\"tacit\"");
        contract("pr-24", "started", "K1", "1910-01-01T00:00:00Z", "");
        contract("pr-24", "started", "K2", "1910-01-01T00:00:00Z", "");
        contract("pr-24", "cancelled", "K1", "1911-01-01T00:00:00Z", "");
        contract("pr-25", "started", "K1", "1910-01-01T00:00:00Z", "");
        contract("pr-25", "cancelled", "K1", "1911-01-01T00:00:00Z", "");

        // when, without waiting for what they told to be noted
        List<Purges.Purge> done = purging.purge();

        // then
        Instant then = Instant.parse("1911-03-01T10:00:00Z");
        assertThat(erasures.since("pr-11", then)).isTrue();
        assertThat(erasures.since("pr-12", then)).isFalse();
        assertThat(erasures.since("pr-13", then)).isTrue();
        assertThat(List.of("pr-23", "pr-24")).noneMatch(customer -> erasures.since(customer, then));
        assertThat(erasures.since("pr-25", Instant.parse("1911-01-01T00:00:00Z")))
                .isTrue();
        assertThat(done).anyMatch(purge -> purge.subject().equals("inactive") && purge.removed() >= 2);
        assertThat(done).as("what expired open is counted apart").anyMatch(purge -> purge.subject()
                .equals(Purges.OPEN));
        assertThat(purging.purge()).as("once a day").isEmpty();
        given().get("/admin/purges").then().body("subject", org.hamcrest.Matchers.hasItem("inactive"));
    }

    @Test
    void aContractProtectsAsLongAsItRunsByRecordOrBySignals() {
        // given records of contracts that go on at their end only when they are renewed, and what signals told since
        for (String customer : List.of("pr-26", "pr-27", "pr-28")) {
            record(customer, """
                    {"contract":{"id":"K","renewal":"explicit","start":"1910-01-01T00:00:00Z","end":"1912-01-01T00:00:00Z"}}""");
        }
        Instant renewed = Instant.parse("1912-01-01T00:00:00Z");
        Instant later = Instant.parse("2199-01-01T00:00:00Z");
        contacts.keep(List.of(
                told(new ContractTold(
                        "pr-26", "K", Optional.of(renewed), Optional.empty(), Optional.of(later), Optional.empty())),
                told(new ContractTold(
                        "pr-27", "K", Optional.of(renewed), Optional.empty(), Optional.of(renewed), Optional.empty())),
                new LastContacts.Contact("pr-28", renewed, Optional.empty(), Optional.of(renewed), Optional.empty())));
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);

        assertThat(contacts.inactive(tomorrow, tomorrow, 10_000))
                .doesNotContain("pr-26")
                .as("renewed to an end that is past, and returned without a contract")
                .contains("pr-27", "pr-28");
        assertThat(contacts.contractsOf("pr-26")).singleElement().satisfies(told -> assertThat(told.end())
                .hasValue(later));
    }

    private static LastContacts.Contact told(ContractTold contract) {
        return new LastContacts.Contact(
                contract.customer(),
                contract.begun().orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(contract));
    }

    private static void contract(String customer, String turn, String contract, String time, String more) {
        given().contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"%s-%s","source":"/pr-contracts","type":"contract.%s","subject":"%s","time":"%s","data":{"contract":"%s"%s}}""".formatted(customer, contract + turn, turn, customer, time, contract, more))
                .post("/signals")
                .then()
                .statusCode(202);
    }

    @Test
    void aRecordFromBeforeWithADateThatNoDatabaseHoldsStopsNobody() throws JsonProcessingException {
        Customer wild = EventJson.mapper().readValue("""
                        {"id":"pr-wild","time":"2025-03-01T10:00:00Z","contract":{"id":"k","renewal":"explicit",
                         "start":"2025-01-01T00:00:00Z","end":"+57970-01-01T00:00:00Z"}}""", Customer.class);
        file.take(List.of(new CustomerFile.Given(wild, "/crm")));
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);

        assertThat(contacts.inactive(tomorrow, tomorrow, 10_000)).doesNotContain("pr-wild");
    }

    @Test
    void whatFilesAndSendersSaidOfThemGoesToo() {
        // given a refused row and a refused webhook that say whose they are, and a lookup that does
        String report = given().body("id,type,customer,time,score\npr-r1,no.such-type,pr-18,2025-03-01,7\n")
                .post("/imports/csv")
                .then()
                .statusCode(200)
                .body("refused", equalTo(1))
                .extract()
                .path("id");
        given().contentType("application/json")
                .body("""
                        {"id":"pr-w1","type":"survey.answered","timestamp":"2025-03-01T10:00:00Z",
                         "data":{"customer":"pr-18","score":"lots"}}""")
                .post("/sources/standard-webhooks")
                .then()
                .statusCode(422);
        given().body("subscription_id,account_id\npr-sub,pr-18\n")
                .put("/sources/ravenstack-usage/lookups/subscriptions")
                .then()
                .statusCode(oneOf(200, 204));
        await().until(() -> quarantined("pr-18").size() == 2);
        assertThat(Topics.all(Topic.SIGNALS_REFUSED))
                .as("on the topic nobody reads what they said")
                .filteredOn(record -> record.key().equals("pr-18"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(text(record)).contains("enc:1:"));
        given().get("/customers/pr-18/export")
                .then()
                .body("refusedRows", hasSize(1))
                .body("refusedRows[0].raw", containsString("no.such-type"))
                .body("lookups.account_id", equalTo(List.of("pr-18")));

        given().delete("/customers/pr-18")
                .then()
                .statusCode(202)
                .body("counts.rows", equalTo(1))
                .body("counts.lookups", equalTo(1));

        assertThat(quarantined("pr-18")).isEmpty();
        given().get("/imports/" + report + "/refused").then().body(not(containsString("pr-18")));
    }

    @Test
    void rowsOfAFileAreGivenAsTheirSourceWritesThem() {
        byte[] file =
                "client;date;note\npr-29;01/03/2025;tr\u00e8s d\u00e9\u00e7u\n".getBytes(StandardCharsets.ISO_8859_1);
        given().body(file).post("/imports/latin-survey").then().statusCode(200).body("refused", equalTo(1));
        await().until(() -> !quarantined("pr-29").isEmpty());

        given().get("/customers/pr-29/export")
                .then()
                .body("refused[0].raw", containsString("tr\u00e8s d\u00e9\u00e7u"))
                .body("refusedRows[0].raw", containsString("tr\u00e8s d\u00e9\u00e7u"))
                .body("refusedRows[0].source", equalTo("latin-survey"));
    }

    @Test
    void nothingNewIsTakenOfWhoIsErasedUntilEverybodyHasBeenTold() {
        record("pr-14", "{\"name\":\"Before\"}");
        // given an instance that was stopped before it told
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        rows.begin(UUID.randomUUID(), erasures.digest("pr-14"), "pr-14", now, "test", ErasureRows.Why.ASKED);

        given().body("{\"name\":\"Stranger\"}").put("/customers/pr-14").then().statusCode(503);
        given().post("/customers/pr-14/objection").then().statusCode(503);
        erasing.tellWhatWasLeft();
        record("pr-14", "{\"name\":\"Stranger\"}");

        assertThat(of(Topic.KEYS, "pr-14").stream().map(key -> key.value() == null))
                .containsExactly(false, true, false);
        assertThat(PersonalData.deciphered(told("pr-14"), cipherOf("pr-14")).name())
                .hasValue("Stranger");
    }

    @Test
    void aWishThatTheBrokerDidNotTakeIsToldSoonAfterByItself() {
        record("pr-21", "{\"name\":\"Exemple\",\"segment\":\"b2c\"}");
        // given one that was filed, and a process that died or a broker that did not take it when it was to be told
        file.object("pr-21", new Wishes.Objection(true, Instant.now(), Optional.empty()), "/crm", Instant.now());

        wishes.tellWhatWasLeft();

        assertThat(told("pr-21").objection()).isTrue();
        assertThat(told("pr-21").segment()).isPresent();
        assertThat(file.untold()).doesNotContain("pr-21");
    }

    @Test
    void whatAnotherInstanceErasedDoesNotComeBackHere() {
        record("pr-15", "{\"name\":\"Before\"}");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        UUID erasure = UUID.randomUUID();
        rows.begin(erasure, erasures.digest("pr-15"), "pr-15", now, "test", ErasureRows.Why.ASKED);
        rows.tell(erasure, () -> {}, InstantSource.system());

        given().body("{\"time\":\"2025-04-01T10:00:00Z\",\"name\":\"From a backup\"}")
                .put("/customers/pr-15")
                .then()
                .statusCode(oneOf(422, 503));

        given().body("{\"time\":\"2025-04-01T10:00:00Z\",\"name\":\"From a backup\"}")
                .put("/customers/pr-15")
                .then()
                .statusCode(422);
        given().get("/customers/pr-15").then().statusCode(404);
    }

    @Test
    void whatEverybodyKnowsLastIsWhatIsFiledWhoeverCameFirst() throws Exception {
        for (int round = 0; round < 4; round++) {
            String customer = "pr-16-" + round;
            int wished = round % 4;

            atOnce(5, one -> {
                if (one == wished) {
                    given().post("/customers/" + customer + "/objection").then().statusCode(202);
                } else {
                    record(customer, "{\"name\":\"Name %d\",\"segment\":\"b2c\"}".formatted(one));
                }
            });

            assertThat(told(customer).objection()).isTrue();
            assertThat(told(customer).segment()).isPresent();
            given().get("/customers/" + customer)
                    .then()
                    .body(
                            "name",
                            equalTo(PersonalData.deciphered(told(customer), cipherOf(customer))
                                    .name()
                                    .orElseThrow()));
        }
    }

    @Test
    void aKeyIsDestroyedForEverybodyOrForNobody() throws Exception {
        for (int round = 0; round < 4; round++) {
            String customer = "pr-17-" + round;

            atOnce(6, one -> {
                if (one % 3 == 2) {
                    given().delete("/customers/" + customer).then().statusCode(202);
                } else {
                    given().body("{\"name\":\"Name %d\"}".formatted(one))
                            .put("/customers/" + customer)
                            .then()
                            .statusCode(oneOf(202, 422, 503));
                }
            });

            Optional<CustomerKey> everybodys = Optional.ofNullable(
                            last(Topic.KEYS, customer).value())
                    .map(_ -> (CustomerKey)
                            EventCodec.read(last(Topic.KEYS, customer)).data());
            assertThat(Optional.ofNullable(keys.find(List.of(customer)).get(customer))
                            .map(CustomerKeys.Kept::key))
                    .isEqualTo(everybodys);
        }
    }

    @Test
    void erasingWhomNobodyKnowsDoesNoHarmAndIsTracedWithoutTheirId() {
        given().delete("/customers/pr-9").then().statusCode(202).body("counts.records", equalTo(0));
        given().delete("/customers/pr-9").then().statusCode(202);

        assertThat(erasures.since("pr-9", Instant.parse("2025-01-01T00:00:00Z")))
                .isTrue();
        assertThat(erasures.since("pr-99", Instant.parse("2025-01-01T00:00:00Z")))
                .isFalse();
        assertThat(erasures.digest("pr-9")).doesNotContain("pr-9");
        given().get("/admin/erasures").then().body("findAll { it.customer != null }", hasSize(0));
    }

    private static String consent(boolean given, String at) {
        return "{\"channel\":\"phone\",\"purpose\":\"win-back\",\"given\":%s,\"at\":\"%s\"}".formatted(given, at);
    }

    private static void atOnce(int many, IntConsumer doing) throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(many)) {
            List<Callable<Void>> each = IntStream.range(0, many)
                    .mapToObj(one -> (Callable<Void>) () -> {
                        doing.accept(one);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : all.invokeAll(each)) {
                done.get();
            }
        }
    }

    private static Customer told(String customer) {
        return (Customer) EventCodec.read(last(Topic.CUSTOMERS, customer)).data();
    }

    private Optional<CustomerCipher> cipherOf(String customer) {
        return master.unwrap(customer, (CustomerKey)
                EventCodec.read(last(Topic.KEYS, customer)).data());
    }

    private static List<ConsumerRecord<String, byte[]>> of(Topic topic, String customer) {
        return Topics.all(topic).stream()
                .filter(record -> customer.equals(record.key()))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> last(Topic topic, String customer) {
        return of(topic, customer).getLast();
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static List<String> quarantined(String key) {
        return given().get("/quarantine?status=open&limit=500").path("items.findAll { it.key == '" + key + "' }.id");
    }

    private static void record(String customer, String json) {
        given().body(json).put("/customers/" + customer).then().statusCode(202);
    }

    private static ValidatableResponse signal(String customer, String id, String time, String said) {
        String text = said.isEmpty() ? "" : ",\"text\":\"" + said + "\"";
        return given().contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"%s","source":"/pr","type":"complaint.filed","subject":"%s","time":"%s","data":{"product":"electricity"%s}}""".formatted(id, customer, time, text))
                .post("/signals")
                .then();
    }
}
