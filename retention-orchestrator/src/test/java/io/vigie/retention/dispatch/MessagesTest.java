package io.vigie.retention.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.mailer.Attachment;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Outcome;
import io.vigie.events.signal.Cause;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.Outgoing;
import io.vigie.retention.store.Sending;
import io.vigie.retention.store.Visits;
import io.vigie.retention.store.Worker;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class MessagesTest {
    private static final int ALL = 1_000;

    @Inject
    Broker broker;

    @Inject
    ContactCards cards;

    @Inject
    Outgoing outgoing;

    @Inject
    Messages messages;

    @Inject
    Sender sender;

    @Inject
    Worker worker;

    @Inject
    MockMailbox mailbox;

    @Inject
    VisitDesk visits;

    @Test
    void aMessageIsSentOnceAndItsTaskIsDone() {
        UUID task = messageTaskOf("mail-1", "fr");

        intend(task);
        intend(task);
        sender.sendDue();
        sender.sendDue();

        List<Mail> sent = mailbox.getMailsSentTo("mail-1@example.com");
        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Votre réclamation : nos excuses");
            assertThat(mail.getText()).contains("Madame, Monsieur", "Relation clients");
            assertThat(mail.getHeaders().get("Message-ID").getFirst()).startsWith("<" + task);
        });
        caseOf("mail-1")
                .then()
                .body("[0].tasks[0].status", equalTo("done"))
                .body("[0].tasks[0].outcome", equalTo("sent"));
        assertThat(outgoing.find(task).map(Sending::status)).contains(Sending.Status.SENT);
    }

    @Test
    void overWhichAProcessEndedIsForAPersonToSettle() {
        UUID task = messageTaskOf("mail-2", "en");
        intend(task);
        QuarkusTransaction.requiringNew().run(() -> outgoing.begin(Instant.now()));

        outgoing.giveUp(Instant.now().plus(Duration.ofMinutes(11)), Duration.ofMinutes(10));
        sender.sendDue();

        assertThat(mailbox.getMailsSentTo("mail-2@example.com")).isEmpty();
        assertThat(outgoing.find(task).map(Sending::status)).contains(Sending.Status.UNCLEAR);
        api().post("/outgoing/" + task + "/sent").then().statusCode(200).body("status", equalTo("sent"));
        api().post("/outgoing/" + task + "/sent").then().statusCode(409);
        assertThat(audited("outgoing/" + task)).containsExactly("say sent");
        caseOf("mail-2").then().body("[0].tasks[0].outcome", equalTo("sent"));
    }

    @Test
    void whatFailedIsSentAgainOnlyWhileItsTaskIsToDo() {
        sender.sendDue();
        UUID task = messageTaskOf("mail-7", "en");
        intend(task);
        fails(task);
        api().post("/outgoing/" + task + "/resend").then().statusCode(200).body("status", equalTo("intended"));

        fails(task);
        worker.complete(task, Outcome.NOT_REACHED, "", Messages.OURSELVES);

        api().post("/outgoing/" + task + "/resend")
                .then()
                .statusCode(409)
                .body("detail", containsString("Its task is over"));
        assertThat(audited("outgoing/" + task)).containsExactly("send again");
        assertThat(outgoing.find(task).map(Sending::status)).contains(Sending.Status.FAILED);
    }

    private void fails(UUID task) {
        QuarkusTransaction.requiringNew().run(() -> {
            outgoing.begin(Instant.now());
            outgoing.failed(task, "no such mailbox", Instant.now());
        });
    }

    @Test
    void whatTheCustomerSaidNoToMeanwhileIsWithdrawn() {
        UUID task = messageTaskOf("mail-6", "en");
        intend(task);
        broker.tells(
                "mail-6-2",
                ARisk.of("mail-6")
                        .at(ARisk.TUESDAY.plusSeconds(60))
                        .worth(200)
                        .atRisk()
                        .refuses(Channel.EMAIL));
        await().until(() -> api().get("/customers/mail-6/permissions")
                .path("find { it.channel == 'email' }.because")
                .equals("refused"));

        sender.sendDue();

        assertThat(mailbox.getMailsSentTo("mail-6@example.com")).isEmpty();
        assertThat(outgoing.find(task)).hasValueSatisfying(sending -> {
            assertThat(sending.status()).isEqualTo(Sending.Status.WITHDRAWN);
            assertThat(sending.problem()).isPresent();
        });
        api().post("/outgoing/" + task + "/resend").then().statusCode(409);
    }

    @Test
    void whoCannotBeWrittenToCountsAsNotReached() {
        UUID task = messageTaskOf("mail-3", "en");
        broker.tellsEnciphered(Broker.customer("""
                {"id": "mail-3", "time": "2026-03-02T00:00:00Z", "name": "No Mail", "language": "en"}"""));
        await().until(() ->
                cards.find("mail-3").flatMap(card -> card.contact().email()).isEmpty());

        intend(task);

        caseOf("mail-3").then().body("[0].tasks[0].outcome", equalTo("not-reached"));
    }

    @Test
    void aTerminationIsConfirmedByMailWithTheNumberedDocument() {
        known("mail-4", "en");
        broker.tells(
                "mail-4-1",
                ARisk.of("mail-4")
                        .worth(600)
                        .atRisk()
                        .open(
                                "termination.notified",
                                ARisk.TUESDAY.minus(Duration.ofHours(1)),
                                ARisk.TUESDAY.plus(Duration.ofDays(91))));
        broker.toldOf("mail-4", 2);
        UUID task = UUID.fromString(caseOf("mail-4").path("[0].tasks.find { it.action == 'message' }.id"));

        intend(task);
        sender.sendDue();

        assertThat(mailbox.getMailsSentTo("mail-4@example.com")).singleElement().satisfies(mail -> {
            assertThat(mail.getText()).contains("2 June 2026").doesNotContain("offer");
            assertThat(mail.getAttachments()).singleElement().satisfies(file -> {
                assertThat(file.getContentType()).isEqualTo("application/pdf");
                assertThat(file.getName()).startsWith("L-");
            });
        });
    }

    @Test
    void whatWasSentCanBeReadUntilTheCustomerIsErased() {
        UUID task = messageTaskOf("mail-5", "en");
        intend(task);
        sender.sendDue();
        api().get("/outgoing/" + task).then().statusCode(200).body("to[0]", equalTo("mail-5@example.com"));

        broker.erases("mail-5-erased", "mail-5", ARisk.TUESDAY.plus(Duration.ofDays(1)));

        await().untilAsserted(() -> api().get("/outgoing/" + task).then().statusCode(404));
    }

    @Test
    void aVisitIsBookedMovedAndCalledOffByCalendarEntriesAndOnlyTheHostGetsTheBrief() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "visit-1", "time": "2026-03-01T00:00:00Z", "name": "Dupont", "language": "fr"}"""));
        await().until(() -> cards.find("visit-1").flatMap(ContactCard::name).isPresent());
        broker.tells(
                "visit-1-1", ARisk.of("visit-1").in(Segment.B2B).worth(20_000).urgent());
        broker.toldOf("visit-1", 2);
        String task = caseOf("visit-1").path("[0].tasks[0].id");

        book(task, "2026-03-05T09:00:00Z", "2026-03-05T10:00:00Z")
                .statusCode(200)
                .body("sequence", equalTo(0));
        book(task, "2026-03-05T09:00:00Z", "2026-03-05T10:00:00Z").body("sequence", equalTo(0));
        book(task, "2026-03-06T09:00:00Z", "2026-03-06T10:00:00Z").body("sequence", equalTo(1));
        api().delete("/tasks/" + task + "/visit").then().statusCode(200).body("cancelled", equalTo(true));
        api().delete("/tasks/" + task + "/visit").then().statusCode(404);
        book(task, "2026-03-06T10:00:00Z", "2026-03-06T10:00:00Z").statusCode(400);
        sender.sendDue();

        List<Mail> toHost = mailbox.getMailsSentTo("host-1@example.com");
        assertThat(toHost).hasSize(3);
        assertThat(files(toHost.getFirst())).containsExactly("invite.ics", "brief.pdf");
        assertThat(mailbox.getMailsSentTo("buyer-1@example.org")).hasSize(3).allSatisfy(mail -> assertThat(files(mail))
                .containsExactly("invite.ics"));
        api().get("/tasks/" + task + "/brief").then().statusCode(200).contentType("application/pdf");
        caseOf("visit-1").then().body("[0].tasks[0].status", equalTo("assigned"));
    }

    @Test
    void aVisitWhoseCaseEndsLeavesTheCalendarsOnce() {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "visit-2", "time": "2026-03-01T00:00:00Z", "name": "Dupont", "language": "fr"}"""));
        await().until(() -> cards.find("visit-2").flatMap(ContactCard::name).isPresent());
        broker.tells(
                "visit-2-1", ARisk.of("visit-2").in(Segment.B2B).worth(20_000).urgent());
        broker.toldOf("visit-2", 2);
        UUID task = UUID.fromString(caseOf("visit-2").path("[0].tasks[0].id"));
        api().contentType(ContentType.JSON)
                .body("""
                        {"start": "2099-03-05T09:00:00Z", "end": "2099-03-05T10:00:00Z", "host": "visitor@example.com"}""")
                .put("/tasks/" + task + "/visit")
                .then()
                .statusCode(200);
        assertThat(visits.overtaken(ALL)).extracting(Visits.Booked::task).doesNotContain(task);

        broker.tells(
                "visit-2-2",
                ARisk.of("visit-2")
                        .in(Segment.B2B)
                        .at(ARisk.TUESDAY.plus(Duration.ofDays(1)))
                        .leavesBecause(Cause.CLOSED_DOWN));
        await().until(() ->
                visits.overtaken(ALL).stream().map(Visits.Booked::task).anyMatch(task::equals));
        visits.overtaken(ALL).forEach(visits::callOff);
        sender.sendDue();

        assertThat(visits.overtaken(ALL)).isEmpty();
        assertThat(mailbox.getMailsSentTo("visitor@example.com"))
                .extracting(Mail::getText)
                .hasSize(2);
        api().get("/outgoing?limit=1000")
                .then()
                .body("findAll { it.task == '" + task + "' }.text", hasItems("visit", "visit-cancelled"));
    }

    private static List<String> files(Mail mail) {
        return mail.getAttachments().stream().map(Attachment::getName).toList();
    }

    private static ValidatableResponse book(String task, String start, String end) {
        return api().contentType(ContentType.JSON)
                .body("""
                        {"start": "%s", "end": "%s", "place": "3 quai, Lyon", "host": "host-1@example.com",
                         "guests": ["buyer-1@example.org"]}""".formatted(start, end))
                .put("/tasks/" + task + "/visit")
                .then();
    }

    private void intend(UUID task) {
        outgoing.waiting(1_000).stream().filter(job -> job.task().equals(task)).forEach(messages::intend);
    }

    /** A consumer at risk who is worth a message and no more. */
    private UUID messageTaskOf(String customer, String language) {
        known(customer, language);
        broker.tells(customer + "-1", ARisk.of(customer).worth(200).atRisk());
        broker.toldOf(customer, 2);
        JsonPath found = caseOf(customer).jsonPath();
        assertThat(found.getString("[0].tasks[0].action")).isEqualTo("message");
        return UUID.fromString(found.getString("[0].tasks[0].id"));
    }

    private void known(String customer, String language) {
        broker.tellsEnciphered(Broker.customer("""
                {"id": "%s", "time": "2026-03-01T00:00:00Z", "name": "Alix %s", "language": "%s",
                 "contact": {"email": "%s@example.com"}}""".formatted(customer, customer, language, customer)));
        await().until(() -> cards.find(customer).flatMap(ContactCard::name).isPresent());
    }

    private static Response caseOf(String customer) {
        return api().queryParam("customer", customer).get("/cases");
    }

    private static List<String> audited(String about) {
        return given().auth()
                .preemptive()
                .basic("manager", "manager")
                .queryParam("about", about)
                .get("/audit")
                .path("deed");
    }

    private static RequestSpecification api() {
        return given().auth().preemptive().basic("agent", "agent");
    }
}
