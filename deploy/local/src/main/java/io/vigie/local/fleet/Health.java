package io.vigie.local.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the services' health endpoints say. */
public final class Health {
    private static final String UP = "UP";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final int basePort;

    Health(int basePort) {
        this.basePort = basePort;
    }

    boolean ready(Service service) {
        return UP.equals(ask(service, "/q/health/ready"));
    }

    /** {@code UP}, {@code DOWN}, or why there is no answer, by service. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        for (Service service : Service.values()) {
            all.put(service.word(), ask(service, "/q/health"));
        }
        return all;
    }

    private String ask(Service service, String path) {
        URI address = service.at(basePort).resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode told = EventJson.mapper().readTree(answer.body());
            return told.path("status").asText("no status");
        } catch (IOException unreachable) {
            return "no answer";
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return "no answer";
        }
    }
}
