package io.vigie.scorer.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.stream.Instance;
import io.vigie.scorer.stream.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Puts to other instances of the scorer what they keep, in the name of whoever asks; each customer lives in one. */
@ApplicationScoped
class OtherInstances {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> CREDENTIALS = List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json;
    private final Questions questions;
    private final String self;
    private final HttpHeaders asked;

    OtherInstances(ObjectMapper json, Questions questions, ScorerSettings settings, HttpHeaders asked) {
        this.json = json;
        this.questions = questions;
        this.self = settings.self();
        this.asked = asked;
    }

    boolean isSelf(Instance host) {
        return self.equals(host.toString());
    }

    /** The other instances, when there are any. */
    List<Instance> all() {
        return questions.hosts().stream().filter(host -> !isSelf(host)).toList();
    }

    /** The answer of the instance that keeps what is asked for, as it gave it. */
    Response pass(Instance host, String pathAndQuery) {
        return passed(get(host, pathAndQuery));
    }

    /** The same for a question that has a body. */
    Response pass(Instance host, String path, Object body) {
        try {
            HttpRequest.BodyPublisher content = HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
            return passed(send(
                    host,
                    path,
                    HttpRequest.newBuilder()
                            .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                            .POST(content)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response passed(HttpResponse<byte[]> answer) {
        return Response.status(answer.statusCode())
                .entity(answer.body())
                .type(answer.headers().firstValue("content-type").orElse(MediaType.APPLICATION_JSON))
                .build();
    }

    <T> T ask(Instance host, String pathAndQuery, TypeReference<T> type) {
        try {
            return json.readValue(get(host, pathAndQuery).body(), type);
        } catch (IOException e) {
            throw unreachable(host);
        }
    }

    private HttpResponse<byte[]> get(Instance host, String pathAndQuery) {
        return send(host, pathAndQuery, HttpRequest.newBuilder());
    }

    private HttpResponse<byte[]> send(Instance host, String pathAndQuery, HttpRequest.Builder request) {
        URI uri = URI.create("http://" + host + pathAndQuery);
        try {
            CREDENTIALS.forEach(name -> asked.getRequestHeader(name).forEach(value -> request.header(name, value)));
            return http.send(request.uri(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw unreachable(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(host);
        }
    }

    private static RuntimeException unreachable(Instance host) {
        return Problems.of(
                Response.Status.SERVICE_UNAVAILABLE,
                "instance-unreachable",
                "Another instance does not answer",
                "the instance at " + host + " keeps part of the answer; ask again shortly");
    }
}
