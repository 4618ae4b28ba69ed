package io.vigie.retention.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.store.AuditLog;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class TaskApiTest {
    @Inject
    Broker broker;

    @Inject
    AuditLog audit;

    @Test
    void theQueueSaysWhoWhyAndByWhenTheMostWorthFirst() {
        taskOf("api-little", 2_000);
        taskOf("api-large", 4_500);

        List<String> customers = api().queryParam("team", "call-centre")
                .get("/tasks")
                .then()
                .statusCode(200)
                .body("[0].why", hasItem("complaint.filed"))
                .body("[0].level", equalTo("at-risk"))
                .body("[0].status", equalTo("assigned"))
                .extract()
                .path("customer");
        assertThat(customers).containsSubsequence("api-large", "api-little");
    }

    @Test
    void theQueueComesInPages() {
        taskOf("api-page-1", 4_100);
        taskOf("api-page-2", 4_200);

        List<String> all = api().get("/tasks").then().extract().path("id");
        List<String> first =
                api().queryParam("limit", 1).get("/tasks").then().extract().path("id");
        List<String> rest = api().queryParam("after", first.getFirst())
                .get("/tasks")
                .then()
                .extract()
                .path("id");

        assertThat(first).hasSize(1);
        assertThat(rest).containsExactlyElementsOf(all.subList(1, all.size()));
    }

    @Test
    void aTaskIsTakenOnByOnePersonOnly() {
        String task = taskOf("api-claim", 4_000);

        claim(task, "agent-1").statusCode(200).body("status", equalTo("claimed"));
        claim(task, "agent-1").statusCode(200);
        claim(task, "agent-2")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:vigie:problem:task-not-free"));
        assertThat(broker.toldOf("api-claim", 3)).hasSize(3);
    }

    @Test
    void whatIsDoneStaysDone() {
        String task = taskOf("api-complete", 4_000);

        complete(task, "staying")
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("outcome", equalTo("staying"));
        complete(task, "leaving").statusCode(409);
        claim(task, "agent-2").statusCode(409);
        api().queryParam("customer", "api-complete")
                .get("/cases")
                .then()
                .body("[0].status", equalTo("waiting"))
                .body("[0].tasks[0].outcome", equalTo("staying"));
    }

    @Test
    void whoHasSeenAnOlderStateChangesNothing() {
        String task = taskOf("api-stale", 4_000);
        String seen =
                api().get("/tasks/" + task).then().statusCode(200).extract().header("ETag");
        api().header("If-Match", seen).post("/tasks/" + task + "/claim").then().statusCode(200);

        api().header("If-Match", seen)
                .body("{\"outcome\":\"staying\"}")
                .post("/tasks/" + task + "/complete")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:vigie:problem:stale"));
        api().get("/tasks/" + task)
                .then()
                .body("status", equalTo("claimed"))
                .body("claimedBy", equalTo("agent"))
                .header("ETag", not(equalTo(seen)));
        api().header("If-Match", "yesterday's")
                .post("/tasks/" + task + "/release")
                .then()
                .statusCode(400);
    }

    @Test
    void whatSomebodyElseHasTakenOnIsTheirs() {
        String task = taskOf("api-theirs", 4_000);
        claim(task, "agent-1").statusCode(200);

        complete(task, "staying").statusCode(409).body("type", equalTo("urn:vigie:problem:not-your-task"));
        api().post("/tasks/" + task + "/release").then().statusCode(409);
        api().body("{\"by\":\"agent-1\"}")
                .post("/tasks/" + task + "/claim")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:vigie:problem:not-for-you"));
        leads().post("/tasks/" + task + "/release").then().statusCode(200).body("status", equalTo("assigned"));
    }

    @Test
    void aTaskIsPutOffWithItsReason() {
        String task = taskOf("api-snooze", 4_000);
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();

        api().body("{\"until\":\"" + tomorrow + "\"}")
                .post("/tasks/" + task + "/snooze")
                .then()
                .statusCode(400);
        api().body("{\"until\":\"" + tomorrow + "\",\"reason\":\"customer-asked\"}")
                .post("/tasks/" + task + "/snooze")
                .then()
                .statusCode(200)
                .body("status", equalTo("snoozed"))
                .body("snoozedBecause", equalTo("customer-asked"));
        api().get("/tasks").then().body("id", not(hasItem(task)));
        api().queryParam("status", "snoozed").get("/tasks").then().body("id", hasItem(task));
    }

    @Test
    void whoeverWatchesIsToldOfChanges() throws Exception {
        String task = taskOf("api-changes", 4_000);
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpRequest watch = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/tasks/changes?team=call-centre"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("agent:agent".getBytes(UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<?> watching =
                    client.sendAsync(watch, HttpResponse.BodyHandlers.fromLineSubscriber(new Watcher(lines)));
            // whether the watcher is there yet cannot be seen, so the task changes until it has heard of it
            await().until(() -> {
                api().post("/tasks/" + task + "/claim");
                api().post("/tasks/" + task + "/release");
                return lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(task));
            });
            watching.cancel(true);
            client.shutdownNow();
        }
    }

    private record Watcher(BlockingQueue<String> lines) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable cut) {
            lines.add("cut");
        }

        @Override
        public void onComplete() {
            lines.add("over");
        }
    }

    @Test
    void peopleSeeWhatTheyCanDoAndLeadsSayWho() {
        String french = taskOf("api-person", 4_300);
        person("ann", "{\"teams\":[\"call-centre\"],\"minutesPerDay\":300,\"skills\":{\"segments\":[\"b2b\"]}}")
                .statusCode(200);
        person("bob", "{\"teams\":[\"call-centre\"],\"minutesPerDay\":300,\"skills\":{\"segments\":[\"b2c\"]}}")
                .statusCode(200);
        assertThat(queueOf("ann")).contains(french);
        assertThat(queueOf("bob")).doesNotContain(french);

        api().body("{\"person\":\"bob\"}")
                .post("/tasks/" + french + "/assign")
                .then()
                .statusCode(403);
        leads().body("{\"person\":\"bob\"}")
                .post("/tasks/" + french + "/assign")
                .then()
                .statusCode(200)
                .body("assignee", equalTo("bob"));
        assertThat(queueOf("ann")).doesNotContain(french);
        leads().body("{\"person\":\"nobody\"}")
                .post("/tasks/" + french + "/assign")
                .then()
                .statusCode(404);
        assertThat(audit.lines("task/" + french, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.who()).isEqualTo("manager");
                    assertThat(line.deed()).isEqualTo("assign");
                    assertThat(line.because()).contains("call-centre bob");
                });
    }

    @Test
    void whatIsSaidOfPeopleAndTeamsIsCheckedAndNotOverwritten() {
        person("eve", "{\"teams\":[\"automatic\"],\"minutesPerDay\":300}").statusCode(400);
        person("eve", "{\"teams\":[\"call-centre\"],\"minutesPerDay\":-1}").statusCode(400);
        api().body("{\"teams\":[\"call-centre\"]}").put("/people/eve").then().statusCode(403);
        person("eve", "{\"teams\":[\"call-centre\"],\"minutesPerDay\":60}").header("ETag", equalTo("\"1\""));
        leads().header("If-Match", "\"7\"")
                .body("{\"teams\":[\"call-centre\"],\"minutesPerDay\":90}")
                .put("/people/eve")
                .then()
                .statusCode(412);
        api().get("/people/eve").then().body("minutesPerDay", equalTo(60));

        api().get("/teams/account-managers").then().body("assigning", equalTo("account-manager"));
        leads().body("{\"assigning\":\"round-robin\",\"above\":\"billing-desk\"}")
                .put("/teams/billing-desk")
                .then()
                .statusCode(400);
        leads().body("{\"assigning\":\"round-robin\",\"lead\":\"eve\"}")
                .put("/teams/billing-desk")
                .then()
                .statusCode(200)
                .body("lead", equalTo("eve"));
        leads().delete("/people/eve").then().statusCode(204);
    }

    private static ValidatableResponse person(String id, String json) {
        return leads().body(json).put("/people/" + id).then();
    }

    private static List<String> queueOf(String person) {
        return api().queryParam("for", person)
                .queryParam("limit", 1000)
                .get("/tasks")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    @Test
    void casesComeInPages() {
        taskOf("api-case-page-1", 4_100);
        taskOf("api-case-page-2", 4_200);
        taskOf("api-case-page-3", 4_300);
        List<String> all = api().queryParam("limit", 1_000).get("/cases").path("id");

        List<String> next = api().queryParam("limit", 2)
                .queryParam("after", all.getFirst())
                .get("/cases")
                .path("id");

        assertThat(next).isEqualTo(all.subList(1, 3));
    }

    @Test
    void aCallThatTheLawDoesNotPermitNowIsNotTakenOn() {
        String task = taskOf("api-no-call", 4_000);
        broker.tells(
                "api-no-call-2",
                business("api-no-call")
                        .worth(4_000)
                        .atRisk()
                        .at(ARisk.TUESDAY.plusSeconds(60))
                        .refuses(Channel.PHONE));
        await().until(() -> api().get("/customers/api-no-call/permissions")
                .path("find { it.channel == 'phone' }.because")
                .equals("refused"));

        claim(task, "agent-1")
                .statusCode(409)
                .body("type", equalTo("urn:vigie:problem:not-permitted"))
                .body("rule", not(equalTo("")))
                .body("detail", containsString("permissions"));
    }

    @Test
    void aWrongOutcomeIsAnsweredWithTheWordsThereAre() {
        String task = taskOf("api-words", 4_000);

        complete(task, "happy").statusCode(400).body("detail", containsString("not-reached, promise, offer-accepted"));
        complete(task, "").statusCode(400).body("detail", containsString("offer-accepted"));
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        claim(UUID.randomUUID().toString(), "agent-1")
                .statusCode(404)
                .body("type", equalTo("urn:vigie:problem:unknown-task"));
        claim("no-id", "agent-1").statusCode(404);
        api().get("/cases/" + UUID.randomUUID()).then().statusCode(404);
        api().queryParam("team", "nobody").get("/tasks").then().statusCode(400);
        api().queryParam("status", "happy").get("/tasks").then().statusCode(400);
    }

    @Test
    void anIncidentWithTheAccountManagerNeverShowsInTheirQueue() {
        broker.tells("api-i-1", business("api-incident").worth(6_000).atRisk());
        broker.tells(
                "api-i-2",
                business("api-incident")
                        .worth(6_000)
                        .atRisk()
                        .at(ARisk.TUESDAY.plusSeconds(60))
                        .open("incident.with-account-manager", ARisk.TUESDAY));
        broker.toldOf("api-incident", 4);

        for (String status : List.of("open", "cancelled")) {
            api().queryParam("team", "account-managers")
                    .queryParam("status", status)
                    .get("/tasks")
                    .then()
                    .body("customer", not(hasItem("api-incident")));
        }
        api().queryParam("team", "sales-director").get("/tasks").then().body("customer", hasItem("api-incident"));
    }

    @Test
    void theSummaryCountsAndNamesWhoIsMostWorthAContact() {
        taskOf("api-summary", 4_900);

        api().get("/summary")
                .then()
                .statusCode(200)
                .body("casesByLatestAction.call", not(equalTo(0)))
                .body("casesByStatus.open", not(equalTo(0)))
                .body("mostWorthAContact.customer", not(empty()))
                .body("mostWorthAContact[0].reasons", contains("complaint.filed", "silence"));
    }

    @Test
    void strangersGetNothing() {
        given().get("/tasks").then().statusCode(401);
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/tasks/{id}/claim"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("vigie_retention_risks_total"));
    }

    private String taskOf(String customer, long worth) {
        broker.tells(customer + "-risk", business(customer).worth(worth).atRisk());
        broker.toldOf(customer, 2);
        return api().queryParam("customer", customer)
                .get("/cases")
                .then()
                .body("", hasSize(1))
                .body("[0].decision.rule", startsWith("row-"))
                .extract()
                .path("[0].tasks[0].id");
    }

    private static ValidatableResponse claim(String task, String by) {
        return leads().body("{\"by\":\"" + by + "\"}")
                .post("/tasks/" + task + "/claim")
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /cases?customer=a%00b | ",
                "GET | /customers/a%00b/permissions | ",
                "GET | /people/a%00b | ",
                "GET | /interviews?customer=a%00b | ",
                "GET | /customers/nobody/permissions?at=+1000000000-01-01T00:00:00Z | ",
                "POST | /customers/nobody/overrule | {\"because\": \"a\\u0000b\"}",
                "PUT | /people/far | {\"teams\": [\"call-centre\"], \"name\": \"a\\u0000b\"}",
                "PUT | /people/far | {\"teams\": [\"call-centre\"], \"languages\": [\"a\\u0000b\"]}",
                "PUT | /people/far | {\"teams\": [\"call-centre\"], \"absences\": [{\"from\": \"2026-01-01\", \"to\": \"+99999-01-01\"}]}",
                "POST | /barometer | {\"name\": \"far\", \"from\": \"2026-01-01\", \"to\": \"+99999-01-01\"}",
                "POST | /interviews | {\"customer\": \"a\\u0000b\", \"answers\": {\"elsewhere\": \"2026-01-01\"}}",
                "POST | /interviews | {\"customer\": \"nobody\", \"answers\": {\"elsewhere\": \"+99999-01-01\"}}",
                "PUT | /teams/call-centre | {\"assigning\": \"pull\", \"above\": \"automatic\"}",
                "PUT | /teams/retention-unit | {\"assigning\": \"pull\", \"above\": \"call-centre\"}",
                "POST | /customers/nobody/overrule | {\"action\": \"call\", \"team\": \"automatic\", \"because\": \"so\"}"
            })
    void whatCannotBeHeldIsAWrongRequest(String method, String path, @Nullable String body) {
        given().auth()
                .preemptive()
                .basic("manager", "manager")
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body == null ? "" : body)
                .request(method, path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void peopleComeInPages() {
        for (String id : List.of("page-a", "page-b")) {
            given().auth()
                    .preemptive()
                    .basic("manager", "manager")
                    .contentType(ContentType.JSON)
                    .body("{\"teams\": [\"billing-desk\"]}")
                    .put("/people/" + id)
                    .then()
                    .statusCode(200);
        }

        api().get("/people?limit=1&after=page-").then().body("id", contains("page-a"));
        api().get("/people?limit=1&after=page-a").then().body("id", contains("page-b"));
        api().get("/interviews?customer=nobody&limit=1&after=00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(200)
                .body("", empty());
        given().auth()
                .preemptive()
                .basic("manager", "manager")
                .get("/admin/webhooks/deliveries?after=00000000-0000-0000-0000-000000000000/e")
                .then()
                .statusCode(200)
                .body("", empty());
    }

    @Test
    void aPromiseSaysWhatAndByWhichDayAndBecomesATask() {
        String task = taskOf("api-promise", 4_000);
        complete(task, "promise").statusCode(400).body("detail", containsString("by which day"));
        promises(task, "{\"what\": \"an invoice\"}").statusCode(400).body("detail", containsString("promised.by"));
        promises(task, "{\"what\": \"an invoice\", \"by\": \"+99999-01-01\"}").statusCode(400);
        promises(task, "{\"what\": \"an invoice\", \"by\": \"2020-01-01\"}")
                .statusCode(409)
                .body("type", equalTo("urn:vigie:problem:not-soon"));

        String day = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        promises(task, "{\"what\": \"an invoice\", \"by\": \"" + day + "\"}").statusCode(200);

        api().queryParam("limit", 1000)
                .get("/tasks")
                .then()
                .body("find { it.customer == 'api-promise' }.promised", equalTo("an invoice"))
                .body("find { it.customer == 'api-promise' }.dueAt", startsWith(day));
    }

    private static ValidatableResponse promises(String task, String promised) {
        return api().body("{\"outcome\":\"promise\",\"promised\":" + promised + "}")
                .post("/tasks/" + task + "/complete")
                .then();
    }

    private static ValidatableResponse complete(String task, String outcome) {
        return api().body("{\"outcome\":\"" + outcome + "\",\"note\":\"said so\"}")
                .post("/tasks/" + task + "/complete")
                .then();
    }

    private static RequestSpecification leads() {
        return given().auth().preemptive().basic("manager", "manager").contentType(ContentType.JSON);
    }

    private static RequestSpecification api() {
        return given().auth().preemptive().basic("agent", "agent").contentType(ContentType.JSON);
    }

    private static ARisk business(String customer) {
        return ARisk.of(customer).in(Segment.B2B);
    }
}
