package io.vigie.scorer.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vigie.scorer.stream.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts to other instances of the scorer what they keep, in the name of whoever asks; each customer lives in one. */
@ApplicationScoped
class OtherInstances {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    /** Where it does without those that do not answer. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    private final ObjectMapper json;
    private final Asking asking;
    private final Request told;
    private final Duration toAnswer;
    private final Duration soon;

    @Inject
    OtherInstances(ObjectMapper json, HttpHeaders asked, UriInfo address, Request told) {
        this(json, asked, address, told, TO_ANSWER, SOON);
    }

    /** @param soon how long to wait for who is done without if need be */
    OtherInstances(
            ObjectMapper json, HttpHeaders asked, UriInfo address, Request told, Duration toAnswer, Duration soon) {
        this.json = json;
        this.asking = new Asking(asked, address);
        this.told = told;
        this.toAnswer = toAnswer;
        this.soon = soon;
    }

    boolean askedByAnother() {
        return asking.byAnother();
    }

    /** The answer of an instance to the very question that came in here, as it gave it. */
    Response pass(Instance host, Optional<Object> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        body.ifPresent(content -> request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(content))));
        HttpResponse<byte[]> answer = send(host, asking.question(), request);
        return Response.status(answer.statusCode())
                .entity(answer.body())
                .type(answer.headers().firstValue("content-type").orElse(MediaType.APPLICATION_JSON))
                .build();
    }

    /** What an instance answers when told to do, without a body, what this one was told to. */
    Response.Status.Family repeat(Instance host) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder().method(told.getMethod(), HttpRequest.BodyPublishers.noBody());
        return Response.Status.Family.familyOf(
                send(host, asking.question(), request).statusCode());
    }

    /** The same, read. */
    <T> T ask(Instance host, TypeReference<T> type) {
        return ask(host, asking.question(), type);
    }

    /** The answer of an instance at an address. */
    <T> T ask(Instance host, String pathAndQuery, TypeReference<T> type) {
        try {
            return json.readValue(
                    send(
                                    host,
                                    pathAndQuery,
                                    HttpRequest.newBuilder().header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON))
                            .body(),
                    type);
        } catch (IOException e) {
            throw new InstanceUnreachable(host);
        }
    }

    /** The answers of those instances that give one soon, all asked at once at an address. */
    <T> List<T> askAtOnce(List<Instance> hosts, String pathAndQuery, TypeReference<T> type) {
        List<HttpRequest> questions = hosts.stream()
                .map(host -> asking.of(host, pathAndQuery, HttpRequest.newBuilder())
                        .setHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON)
                        .timeout(soon)
                        .build())
                .toList();
        return new AtOnce(http)
                .answers(questions).stream().map(body -> read(body, type)).toList();
    }

    private <T> T read(byte[] body, TypeReference<T> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw new IllegalStateException("another instance answers as this one does not", e);
        }
    }

    private HttpResponse<byte[]> send(Instance host, String pathAndQuery, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    asking.of(host, pathAndQuery, request).timeout(toAnswer).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
                throw new InstanceUnreachable(host);
            }
            return answer;
        } catch (HttpConnectTimeoutException e) {
            throw new InstanceUnreachable(host);
        } catch (HttpTimeoutException e) {
            throw new InstanceTooSlow(host);
        } catch (IOException e) {
            throw new InstanceUnreachable(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceUnreachable(host);
        }
    }

    private byte[] bytes(Object content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
