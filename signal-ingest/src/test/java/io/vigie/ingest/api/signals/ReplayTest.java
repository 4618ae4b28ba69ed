package io.vigie.ingest.api.signals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Tick;
import io.vigie.events.wire.Topic;
import io.vigie.testkit.BackendsResource;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ReplayTest.Replay.class)
@WithTestResource(BackendsResource.class)
class ReplayTest {
    @Test
    void aTickStandsInEveryPartition() {
        given().contentType("application/json")
                .body("{\"run\":\"r1\",\"time\":\"2026-01-01T00:00:00Z\"}")
                .post("/ticks")
                .then()
                .statusCode(202)
                .body("partitions", equalTo(12));

        assertThat(Topics.all(Topic.SIGNALS)).allSatisfy(record -> {
            Tick tick = (Tick) EventCodec.read(record).data();
            assertThat(tick.partition()).isEqualTo(record.partition());
            assertThat(tick.run()).isEqualTo("r1");
        });
        assertThat(Topics.all(Topic.SIGNALS).stream().map(record -> record.partition()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void aTickNeedsARunAndATime() {
        given().body("{\"run\":\"r1\"}").post("/ticks").then().statusCode(422);
        given().body("{\"time\":\"2026-01-01T00:00:00Z\"}")
                .post("/ticks")
                .then()
                .statusCode(400);
    }

    @Test
    void inAReplayACustomerRecordSaysSinceWhenItHolds() {
        given().body("{}").put("/customers/c1").then().statusCode(422).body("title", equalTo("Time missing"));
    }

    /** Time is the signals' own. */
    public static final class Replay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vigie.mode", "replay");
        }
    }
}
