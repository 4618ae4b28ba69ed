package io.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Questions to one instance of the scorer. */
record Asking(URI scorer) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int OK = 200;

    boolean isKnown(String customer) {
        return answer("/customers/" + customer + "/risk", false).statusCode() == OK;
    }

    /** A risk that must be told. */
    void risk(String customer) {
        HttpResponse<String> answer = answer("/customers/" + customer + "/risk", false);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
    }

    /** What this instance alone counted, as another instance would ask. */
    long ownCount(String what) {
        HttpResponse<String> answer = answer("/counts", true);
        return answer.statusCode() == OK ? json(answer.body()).path(what).asLong() : 0;
    }

    private HttpResponse<String> answer(String path, boolean asAnotherInstance) {
        HttpRequest.Builder request = HttpRequest.newBuilder(scorer.resolve(path));
        if (asAnotherInstance) {
            request.header("Vigie-Asked-By-Instance", "true");
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking", hurried);
        }
    }

    private static JsonNode json(String body) {
        try {
            return EventJson.mapper().readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
