package io.vigie.ingest.api.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import io.vigie.ingest.api.keys.AccessTest;
import io.vigie.ingest.api.signals.Topics;
import io.vigie.testkit.BackendsResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The guide "Connect Stripe in ten minutes", followed to the letter. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
@TestProfile(AccessTest.AsInACompany.class)
public class ConnectStripeTest {
    private static final Path GUIDE = Path.of("../docs/connect-stripe.md");
    private static final Path DESK = Path.of("target/connect-stripe").toAbsolutePath();

    /** Where the guide puts them; what starts Vigie for it says so. */
    public static final Path SECRETS = DESK.resolve("secrets");

    @TestHTTPResource
    URI service;

    @Test
    void theGuideHolds() throws IOException, InterruptedException {
        assumeTrue(runs("openssl version") && runs("curl --version"), "openssl and curl are not here");
        Files.createDirectories(DESK);
        List<String> blocks = blocks();

        assertThat(shell(block(blocks, "mkdir -p secrets"))).isEmpty();
        assertThat(shell(block(blocks, "/aliases"))).contains("200 OK");
        String send = block(blocks, "Stripe-Signature");
        String again = send.substring(send.indexOf("curl "));
        String answer = shell(send + again + block(blocks, "too_complex"));

        assertThat(answer).containsSubsequence("202 Accepted", "\"accepted\":1", "202 Accepted", "401 Unauthorized");
        List<ConsumerRecord<String, byte[]>> taken = Topics.all(Topic.SIGNALS).stream()
                .filter(record -> record.key().equals("C-1042"))
                .toList();
        assertThat(taken.stream().map(Topics::id).distinct()).as("counted once").hasSize(1);
        assertThat(taken).hasSize(2).allSatisfy(record -> {
            Signal signal = EventCodec.signal(EventCodec.read(record));
            assertThat(signal.customer()).isEqualTo("C-1042");
            assertThat(signal.type()).isEqualTo("termination.notified");
            assertThat(signal.attributes().path("cause").asText()).isEqualTo("price");
        });
    }

    @Test
    void nothingInItsCommandsIsLeftToBeFilledIn() throws IOException {
        assertThat(blocks()).hasSize(7).noneMatch(block -> block.contains("…"));
    }

    @Test
    void everyEventOfItsTableIsOneThatTheMappingKnows() throws IOException {
        String mapping = Files.readString(Path.of("src/main/resources/sources/stripe/mapping.jsonata"));

        List<String> events = Pattern.compile("(?m)^\\| `([a-z_.]+)` \\|")
                .matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(events).hasSize(7).allSatisfy(event -> assertThat(mapping).contains("\"" + event + "\""));
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
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", here)
                .directory(DESK.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("KEY", AccessTest.ADMIN_KEY);
        Process shell = builder.start();
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
