package io.vigie.scorer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.scorer.learning.file.HistoryModelFile;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.learning.training.CannotLearn;
import io.vigie.scorer.learning.training.Progress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A scorer that is asked to learn over its API, as anybody else may ask it. */
final class RunningScorer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final int UNKNOWN = 404;

    private final URI url;
    private final Optional<String> credentials;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningScorer(URI url, Optional<String> user, Optional<String> password) {
        this.url = url;
        this.credentials = user.map(name -> name.contains(":") ? name : name + ":" + password.orElse(""));
    }

    /** What is asked for. */
    record Wish(Optional<Instant> until, LeftMeans withoutContract, int everyDays, long seed) {
        String json() {
            Map<String, Object> fields = new TreeMap<>(
                    Map.of("withoutContract", withoutContract.word(), "everyDays", everyDays, "seed", seed));
            until.ifPresent(instant -> fields.put("until", instant.toString()));
            return EventJson.mapper().valueToTree(fields).toString();
        }
    }

    /**
     * Has it learn, and waits; if this process is ended meanwhile, learning is called off.
     *
     * @throws CannotLearn saying what to mend
     */
    HistoryModelFile learn(Wish wish, Progress progress) {
        HttpResponse<String> begun = send(request("/models/fit")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wish.json())));
        if (begun.statusCode() != ACCEPTED) {
            throw new CannotLearn(refusal(begun));
        }
        String fit = "/models/fit?id=" + read(begun, ACCEPTED).path("id").asText();
        CountDownLatch over = new CountDownLatch(1);
        Thread callOff = new Thread(() -> {
            if (over.getCount() > 0) {
                send(request(fit).DELETE());
                System.err.println("vigie: learning was called off");
            }
        });
        Runtime.getRuntime().addShutdownHook(callOff);
        try {
            String id = await(fit, over, progress);
            HttpResponse<String> file = send(request("/models/" + id).GET());
            return (HistoryModelFile) ModelFile.read(file.body());
        } finally {
            over.countDown();
        }
    }

    private String await(String fit, CountDownLatch over, Progress progress) {
        String stage = "";
        Runnable step = () -> {};
        int stepped = 0;
        long heard = System.nanoTime();
        while (true) {
            HttpResponse<String> answer = send(request(fit).GET());
            if (answer.statusCode() == UNKNOWN && System.nanoTime() - heard < PATIENCE.toNanos()) {
                pause(over); // whoever learns may be out of reach of whoever was asked for a while
                continue;
            }
            heard = System.nanoTime();
            JsonNode job = read(answer, OK);
            switch (job.path("state").asText()) {
                case "done" -> {
                    return job.path("model").asText();
                }
                case "underway" -> {
                    if (!job.path("stage").asText().equals(stage)) {
                        stage = job.path("stage").asText();
                        stepped = 0;
                        step = progress.begin(stage, job.path("of").asInt());
                    }
                    for (; stepped < job.path("done").asInt(); stepped++) {
                        step.run();
                    }
                }
                case "failed" -> throw new CannotLearn(job.path("why").asText());
                default -> throw new CannotLearn("learning was called off");
            }
            pause(over);
        }
    }

    private static void pause(CountDownLatch over) {
        try {
            var unused = over.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotLearn("learning was interrupted");
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
        credentials.ifPresent(both -> request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                throw new CannotLearn("the scorer at " + url + " lets analysts and managers learn: say who you are with"
                        + " --user NAME:PASSWORD");
            }
            return answer;
        } catch (IOException e) {
            throw new CannotLearn(
                    "no scorer answers at " + url + "; start it (./vigie start), or say where it is with --url");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotLearn("learning was interrupted");
        }
    }

    private static JsonNode read(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new CannotLearn(refusal(answer));
        }
        try {
            return EventJson.mapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new CannotLearn("what answers at " + answer.uri() + " is no scorer");
        }
    }

    private static String refusal(HttpResponse<String> answer) {
        try {
            return EventJson.mapper()
                    .readTree(answer.body())
                    .path("detail")
                    .asText("the scorer answered " + answer.statusCode());
        } catch (JsonProcessingException e) {
            return "the scorer answered " + answer.statusCode();
        }
    }
}
