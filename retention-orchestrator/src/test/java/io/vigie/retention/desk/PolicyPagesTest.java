package io.vigie.retention.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vigie.events.customer.Segment;
import io.vigie.retention.ARisk;
import io.vigie.retention.Broker;
import io.vigie.retention.policy.PolicyText;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The policy read out, and those it leaves alone, in both languages. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class PolicyPagesTest {
    @Inject
    Broker broker;

    @Test
    void thePolicyIsReadOutWithTheOriginOfItsFigures() {
        assertThat(signedIn("agent").get("/desk/policy?lang=en").asString())
                .contains("row-12-consumer", "within 2 business days", "expert prior", "harassment", "L223-1", "Live")
                .doesNotContain("Draft a new version");
        assertThat(signedIn("agent").get("/desk/policy?lang=fr").asString())
                .contains("sous 2 jours ouvrés", "harcèlement", "En vigueur", "Un consommateur n’est appelé");
    }

    @Test
    void aVersionIsDraftedAndApprovedOnThePage() {
        PolicyText shipped = PolicyText.shipped();
        String figures = shipped.figures().replace("default-2", "page-1").replace("cost: 13,", "cost: 14,");

        assertThat(signedIn("manager")
                        .formParam("version", "default-2")
                        .formParam("table", shipped.table())
                        .formParam("figures", figures)
                        .post("/desk/policy/drafts")
                        .asString())
                .contains("Policy page-1", "actions.call.cost was 13, and is now 14", "a colleague has to approve it");
        assertThat(signedIn("second")
                        .formParam("version", "page-1")
                        .formParam("tag", "page-1-00")
                        .post("/desk/policy/approvals")
                        .asString())
                .contains("Approved", "Publish");
        assertThat(signedIn("manager")
                        .formParam("version", "default-2")
                        .formParam("table", shipped.table().replace(">&gt;= 50000<", ">&gt;= 4000<"))
                        .formParam("figures", figures)
                        .post("/desk/policy/drafts")
                        .asString())
                .contains("This was not done", "row-10-value: can never be reached");
        assertThat(signedIn("agent")
                        .formParam("version", "page-1")
                        .formParam("tag", "page-1-10")
                        .post("/desk/policy/approvals")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsLeftAloneIsShownWithTheReasonAndWhatCouldHaveBeenDone() {
        broker.tells(
                "p-alone-1",
                ARisk.of("p-alone").worth(600).atRisk().saidNothing().reachableBy());
        broker.toldOf("p-alone", 1);
        broker.tells("p-case-1", ARisk.of("p-case").in(Segment.B2B).worth(4_000).atRisk());
        broker.toldOf("p-case", 2);
        String id = given().auth()
                .preemptive()
                .basic("agent", "agent")
                .queryParam("customer", "p-case")
                .get("/cases")
                .path("[0].id");

        assertThat(signedIn("agent")
                        .get("/desk/left-alone?reason=no-consent&lang=fr")
                        .asString())
                .contains("p-alone", "Décider autrement");
        assertThat(signedIn("agent").get("/desk/cases/" + id + "?lang=en").asString())
                .contains("What could have been done", "expert prior", "Decide otherwise", "potential");
        assertThat(signedIn("agent")
                        .formParam("customer", "p-case")
                        .formParam("action", "")
                        .formParam("because", "no")
                        .post("/desk/overrule")
                        .asString())
                .contains("It stands in the case");
    }

    private static RequestSpecification signedIn(String name) {
        String session = given().redirects()
                .follow(false)
                .formParam("j_username", name)
                .formParam("j_password", name)
                .post("/j_security_check")
                .cookie("quarkus-credential");
        return given().cookie("quarkus-credential", session).header("Accept-Language", "en");
    }
}
