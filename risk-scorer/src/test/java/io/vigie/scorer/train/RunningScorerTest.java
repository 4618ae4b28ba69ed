package io.vigie.scorer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vigie.scorer.learning.history.LeftMeans;
import io.vigie.scorer.learning.training.CannotLearn;
import io.vigie.scorer.learning.training.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningScorerTest {
    private static final Progress SILENT = (_, _) -> () -> {};

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/models/fit", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theFitThatWasBegunIsWaitedForThoughItsInstanceIsOutOfReachForAMoment() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort());
        RunningScorer scorer = new RunningScorer(url, Optional.empty(), Optional.empty());
        RunningScorer.Wish wish = new RunningScorer.Wish(Optional.empty(), LeftMeans.NO_ORDER, 30, 1);

        assertThatThrownBy(() -> scorer.learn(wish, SILENT))
                .isInstanceOf(CannotLearn.class)
                .hasMessageContaining("too little");
        assertThat(asked).containsExactly("POST null", "GET id=f-1", "GET id=f-1", "GET id=f-1");
    }

    /** Of the fit that was begun nobody knows at first; of another it would tell that it is done. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getQuery());
        switch (asked.size()) {
            case 1 -> send(exchange, 202, "{\"state\":\"underway\",\"stage\":\"reading\",\"id\":\"f-1\"}");
            case 2 -> send(exchange, 404, "{\"detail\":\"no instance that answers knows of it\"}");
            case 3 -> send(exchange, 200, "{\"state\":\"underway\",\"stage\":\"reading\",\"id\":\"f-1\"}");
            default -> send(exchange, 200, "{\"state\":\"failed\",\"why\":\"too little\",\"id\":\"f-1\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
