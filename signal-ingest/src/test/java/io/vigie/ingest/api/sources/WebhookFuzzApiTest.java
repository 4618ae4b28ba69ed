package io.vigie.ingest.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vigie.events.wire.Refused;
import io.vigie.events.wire.Via;
import io.vigie.ingest.source.Payloads;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.Sources;
import io.vigie.ingest.store.QuarantineInbox;
import io.vigie.testkit.BackendsResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What strangers post is answered 2xx or 4xx, and never with our own entrails. */
@QuarkusTest
@WithTestResource(BackendsResource.class)
class WebhookFuzzApiTest {
    /** {@code -Dvigie.payloads=100000} takes some minutes more. */
    private static final int PAYLOADS = Integer.getInteger("vigie.payloads", 1_200);

    private static final int AT_ONCE = 16;
    private static final List<String> INSIDES = List.of("\tat ", "\\tat ", "Exception", "io.vigie");
    private static final long SEED = 20_260_131;
    private static final List<String> TYPES =
            List.of("application/json", "text/xml", "text/plain", "application/json; charset=utf-16", "no type at all");

    /** Other ways in, each with a payload of its own kind to begin from. */
    private static final List<Door> DOORS = List.of(
            new Door("POST", "signals", "application/cloudevents+json", Door.EVENT),
            new Door(
                    "POST", "signals", "application/cloudevents-batch+json", "[" + Door.EVENT + "," + Door.EVENT + "]"),
            new Door("POST", "signals", "application/json", "{\"product\":\"electricity\",\"text\":\"dear\"}"),
            new Door(
                    "PUT",
                    "customers/fuzz-1",
                    "application/json",
                    "{\"name\":\"A\",\"segment\":\"b2c\",\"consents\":[],\"aliases\":{\"stripe\":[\"cus_fuzz\",null]},"
                            + "\"contacts\":[{\"role\":\"buyer\"}]}"),
            new Door("PUT", "customers/fuzz-1/consents", "application/json", Door.CONSENTS),
            new Door("POST", "customers/fuzz-1/objection", "application/json", "{\"at\":\"2025-03-01T10:00:00Z\"}"),
            new Door(
                    "POST",
                    "imports/customers",
                    "application/x-ndjson",
                    "{\"id\":\"fuzz-2\",\"name\":\"B\",\"aliases\":{\"stripe\":[\"cus_fuzz-2\"]}}\n"),
            new Door("POST", "imports/csv", "text/csv", "id,type,customer,time\n1,complaint.filed,fuzz-3,2025-03-01\n"),
            new Door("PUT", Door.QUARANTINE, "application/json", Door.EVENT));

    @Inject
    QuarantineInbox inbox;

    @TestHTTPResource("/sources/")
    URI door;

    @Test
    void anyOtherWayInAnswersOrderlyToo() throws InterruptedException {
        inbox.keep(IntStream.range(0, Door.KEPT).mapToObj(Door::refused).toList());
        Random random = new Random(SEED);
        Payloads payloads = new Payloads(random);
        Semaphore room = new Semaphore(AT_ONCE);
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        Handler errors = errors(wrong);
        Logger.getLogger("").addHandler(errors);

        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < PAYLOADS && wrong.isEmpty(); count++) {
                Door way = DOORS.get(count % DOORS.size());
                HttpRequest request = way.request(door, payloads, random);
                String which = "payload " + count + " of seed " + SEED + " to " + way.path();
                room.acquire();
                var unused = senders.submit(() -> {
                    fault(client, request).ifPresent(fault -> wrong.add(which + ": " + fault));
                    room.release();
                });
            }
        } finally {
            Logger.getLogger("").removeHandler(errors);
        }

        assertThat(wrong).isEmpty();
    }

    /** What is answered orderly and logged as our own failure is one all the same. */
    private static Handler errors(Queue<String> wrong) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= Level.SEVERE.intValue() && record.getThrown() != null) {
                    wrong.add("logged: " + record.getMessage() + " " + record.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private record Door(String method, String path, String type, String sample) {
        static final String EVENT = """
                {"specversion":"1.0","id":"fuzz","source":"/fuzz","type":"complaint.filed","subject":"fuzz-1",\
                "time":"2025-03-01T10:00:00Z","data_base64":"e30=","data":{"product":"electricity","text":"dear"}}""";
        static final String CONSENTS = """
                [{"channel":"phone","purpose":"win-back","given":true,"at":"2025-03-01T10:00:00Z"}]""";

        static final String QUARANTINE = "quarantine/";
        static final int KEPT = 50;

        /** One of those that are mended, of which each is done with once. */
        static QuarantineInbox.Arrival refused(int which) {
            return new QuarantineInbox.Arrival(
                    kept(which),
                    "fuzz-1",
                    new Refused(
                            "unknown-type",
                            "the type is not in the catalogue",
                            Via.SIGNALS,
                            "/fuzz",
                            Optional.empty(),
                            "application/cloudevents+json",
                            Refused.encode(EVENT.getBytes(StandardCharsets.UTF_8)),
                            Instant.now(),
                            List.of()));
        }

        private static UUID kept(int which) {
            return new UUID(SEED, which);
        }

        HttpRequest request(URI door, Payloads payloads, Random random) {
            byte[] body = payloads.mutated(sample.getBytes(StandardCharsets.UTF_8));
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            door.resolve("/" + (path.equals(QUARANTINE) ? path + kept(random.nextInt(KEPT)) : path)))
                    .header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
            if (type.equals("application/json") && path.equals("signals")) {
                Map.of(
                                "specversion",
                                "1.0",
                                "id",
                                "fuzz",
                                "source",
                                "/fuzz",
                                "type",
                                "complaint.filed",
                                "subject",
                                "fuzz-1")
                        .forEach((name, value) -> request.header("ce-" + name, odd(value, random)));
                request.header("ce-time", odd("2025-03-01T10:00:00Z", random));
            }
            return request.build();
        }

        private static String odd(String value, Random random) {
            List<String> odd = List.of("", "%", "%00", "%zz", "x".repeat(300), "1", "{}", "%F0%9F%98%80");
            return random.nextInt(6) == 0 ? odd.get(random.nextInt(odd.size())) : value;
        }
    }

    @Test
    void thousandsOfPayloadsAreAnsweredOrderly() throws InterruptedException {
        List<Source> all = List.copyOf(Sources.shipped().all().stream()
                .filter(source -> !source.spec().format().isOfFiles())
                .toList());
        Random random = new Random(SEED);
        Payloads payloads = new Payloads(random);
        Semaphore room = new Semaphore(AT_ONCE);
        Queue<String> wrong = new ConcurrentLinkedQueue<>();

        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int count = 0; count < PAYLOADS && wrong.isEmpty(); count++) {
                Source source = all.get(count % all.size());
                HttpRequest request = HttpRequest.newBuilder(door.resolve(source.name()))
                        .header("Content-Type", TYPES.get(random.nextInt(TYPES.size())))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(payloads.next(source)))
                        .build();
                String which = "payload " + count + " of seed " + SEED + " to " + source.name();
                room.acquire();
                var unused = senders.submit(() -> {
                    fault(client, request).ifPresent(fault -> wrong.add(which + ": " + fault));
                    room.release();
                });
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Optional<String> fault(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean orderly = answer.statusCode() >= 200
                    && answer.statusCode() < 500
                    && INSIDES.stream().noneMatch(answer.body()::contains);
            return orderly ? Optional.empty() : Optional.of(answer.statusCode() + " " + answer.body());
        } catch (IOException | InterruptedException broken) {
            return Optional.of(broken.toString());
        }
    }
}
