package io.vigie.scorer.api;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Puts questions to several instances at the same time, and goes on without those that do not answer them in time. */
record AtOnce(HttpClient http) {
    private static final Logger LOG = Logger.getLogger(AtOnce.class);

    /** The bodies of those answers that came and were good, in the order of the questions. */
    List<byte[]> answers(List<HttpRequest> questions) {
        List<CompletableFuture<HttpResponse<byte[]>>> under = questions.stream()
                .map(question -> http.sendAsync(question, HttpResponse.BodyHandlers.ofByteArray()))
                .toList();
        return under.stream().flatMap(AtOnce::good).toList();
    }

    private static Stream<byte[]> good(CompletableFuture<HttpResponse<byte[]>> asked) {
        try {
            HttpResponse<byte[]> answer = asked.join();
            if (answer.statusCode() / 100 == 2) {
                return Stream.of(answer.body());
            }
            LOG.warnf("%s answered %d; the others are told of without it", answer.uri(), answer.statusCode());
        } catch (CompletionException | CancellationException e) {
            LOG.warnf("%s; the others are told of without it", e.getMessage());
        }
        return Stream.empty();
    }
}
