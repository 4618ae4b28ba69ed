package io.vigie.local.feeding;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.local.fleet.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The services' public HTTP APIs, as any company's systems would use them. */
public final class Services {
    private static final int FIRST_ERROR = 400;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final int basePort;
    private final Optional<String> key;

    public Services(int basePort) {
        this(basePort, Optional.empty());
    }

    private Services(int basePort, Optional<String> key) {
        this.basePort = basePort;
        this.key = key;
    }

    /** The same, for who shows a key of signal-ingest. */
    public Services withKey(String text) {
        return new Services(basePort, Optional.of(text));
    }

    public URI address(Service service) {
        return service.at(basePort);
    }

    /** A service's answer as JSON. */
    public JsonNode get(Service service, String path) {
        return json(answer(request(service, path).GET().build(), BodyHandlers.ofByteArray()));
    }

    JsonNode put(Service service, String path, Supplier<InputStream> body) {
        return json(answer(request(service, path).PUT(streamed(body)).build(), BodyHandlers.ofByteArray()));
    }

    /** Sends a file; a service's answer as JSON. */
    public JsonNode post(Service service, String path, Supplier<InputStream> body) {
        return json(answer(request(service, path).POST(streamed(body)).build(), BodyHandlers.ofByteArray()));
    }

    /** Sends JSON; a service's answer as JSON. */
    public JsonNode post(Service service, String path, JsonNode body) {
        BodyPublisher publisher = BodyPublishers.ofString(body.toString());
        HttpRequest request = request(service, path)
                .header("Content-Type", "application/json")
                .POST(publisher)
                .build();
        return json(answer(request, BodyHandlers.ofByteArray()));
    }

    /** Takes something away. */
    public void delete(Service service, String path) {
        answer(request(service, path).DELETE().build(), BodyHandlers.ofByteArray());
    }

    /** A long answer, kept in a file. */
    void postInto(Service service, String path, Supplier<InputStream> body, Path file) {
        answer(request(service, path).POST(streamed(body)).build(), BodyHandlers.ofFile(file));
    }

    private HttpRequest.Builder request(Service service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(service).resolve(path));
        key.filter(_ -> service == Service.SIGNAL_INGEST).ifPresent(text -> request.header("X-API-Key", text));
        return request;
    }

    private static BodyPublisher streamed(Supplier<InputStream> body) {
        return BodyPublishers.ofInputStream(body);
    }

    private static <T> T answer(HttpRequest request, BodyHandler<T> handler) {
        try {
            HttpResponse<T> response = CLIENT.send(request, handler);
            if (response.statusCode() >= FIRST_ERROR) {
                String told = response.body() instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : String.valueOf(response.body());
                throw new Unexpected(request.method() + " " + request.uri() + " was answered with "
                        + response.statusCode() + ": " + told);
            }
            return response.body();
        } catch (IOException broken) {
            throw new Unexpected(request.method() + " " + request.uri() + " was not answered: " + broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new Unexpected(request.method() + " " + request.uri() + " was not waited for");
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return EventJson.mapper().readTree(body);
        } catch (IOException notJson) {
            throw new Unexpected("an answer is no JSON: " + new String(body, StandardCharsets.UTF_8));
        }
    }
}
