package io.vigie.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.testkit.BackendsResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide "Connect Stripe in ten minutes", followed to the letter. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
@TestProfile(ConnectStripeTest.WithSecrets.class)
class ConnectStripeTest {
    private static final Path GUIDE = Path.of("../docs/connect-stripe.md");
    private static final Path DESK = Path.of("target/connect-stripe").toAbsolutePath();

    @TestHTTPResource
    URI service;

    /** What the guide sets when it starts Vigie. */
    public static final class WithSecrets implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vigie.secret-files", DESK.resolve("secrets").toString());
        }
    }

    @Test
    void theGuideHolds() throws IOException, InterruptedException {
        assumeTrue(runs("openssl version") && runs("curl --version"), "openssl and curl are not here");
        Files.createDirectories(DESK);
        List<String> blocks = blocks();

        assertThat(shell(block(blocks, "mkdir -p secrets"))).isEmpty();
        assertThat(shell(block(blocks, "/aliases"))).contains("200 OK");
        String answer = shell(block(blocks, "Stripe-Signature"));

        assertThat(answer).contains("202 Accepted", "\"accepted\":1");
        assertThat(Topics.all(Topic.SIGNALS)).singleElement().satisfies(record -> {
            Signal signal = EventCodec.signal(EventCodec.read(record));
            assertThat(signal.customer()).isEqualTo("C-1042");
            assertThat(signal.type()).isEqualTo("termination.notified");
            assertThat(signal.attributes().path("cause").asText()).isEqualTo("price");
        });
    }

    @Test
    void everyEventOfItsTableIsOneThatTheMappingKnows() throws IOException {
        String mapping = Files.readString(Path.of("src/main/resources/sources/stripe/mapping.jsonata"));

        List<String> events = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(events).hasSize(6).allSatisfy(event -> assertThat(mapping).contains("\"" + event + "\""));
    }

    private static List<String> blocks() throws IOException {
        return Pattern.compile("(?s)```sh\n(.*?)```")
                .matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String block(List<String> blocks, String part) {
        return blocks.stream()
                .filter(block -> block.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the guide has no block with " + part));
    }

    private String shell(String block) throws IOException, InterruptedException {
        String here = block.replace("localhost:8081", "localhost:" + service.getPort());
        Process shell = new ProcessBuilder("sh", "-e", "-c", here)
                .directory(DESK.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as(here).isZero();
        return said;
    }

    private static boolean runs(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command.split(" "))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
