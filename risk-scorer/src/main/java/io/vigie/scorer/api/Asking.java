package io.vigie.scorer.api;

import io.vigie.scorer.stream.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * Asks another instance in the name of whoever asked this one.
 *
 * @param asked the headers of the question that came in
 * @param address its address
 */
record Asking(HttpHeaders asked, UriInfo address) {
    /** Marks what an instance asks of another, which is never passed on again. */
    private static final String ASKED_BY_ANOTHER = "Vigie-Asked-By-Instance";

    private static final List<String> OF_THE_ASKER =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);

    boolean byAnother() {
        return !asked.getRequestHeader(ASKED_BY_ANOTHER).isEmpty();
    }

    HttpRequest.Builder of(Instance host, String pathAndQuery, HttpRequest.Builder request) {
        OF_THE_ASKER.forEach(name -> asked.getRequestHeader(name).forEach(value -> request.header(name, value)));
        return request.header(ASKED_BY_ANOTHER, "true").uri(URI.create("http://" + host + pathAndQuery));
    }

    /** The address of the very question that came in. */
    String question() {
        URI question = address.getRequestUri();
        return question.getRawPath()
                + Optional.ofNullable(question.getRawQuery())
                        .map(text -> "?" + text)
                        .orElse("");
    }
}
