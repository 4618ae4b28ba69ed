package io.vigie.scorer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpServer;
import io.vigie.events.EventJson;
import io.vigie.scorer.stream.FitJob;
import io.vigie.scorer.stream.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtherInstancesTest {
    private static final TypeReference<FitJob> JOB = new TypeReference<>() {};

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/models/fit", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " for "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            if (exchange.getRequestMethod().equals("DELETE")) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                byte[] job = "{\"state\":\"none\"}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, job.length);
                exchange.getResponseBody().write(job);
            }
            exchange.close();
        });
        server.createContext("/slow", exchange -> {
            try (exchange) {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void whatThisInstanceWasToldToDoAnotherIsToldInTheNameOfWhoeverAsked() {
        assertThat(others("/models/fit?id=f-1", Duration.ofMinutes(1)).repeat(there()))
                .isEqualTo(Response.Status.Family.SUCCESSFUL);
        assertThat(asked).containsExactly("DELETE /models/fit?id=f-1 for Basic YW5hbHlzdA==");
    }

    @Test
    void whatAnotherTellsIsRead() {
        assertThat(others("/models/fit", Duration.ofMinutes(1)).ask(there(), "/models/fit", JOB))
                .isEqualTo(new FitJob.None());
    }

    @Test
    void whoIsGoneIsUnreachableAndWhoIsStillAtItIsTooSlow() {
        Instance there = there();
        OtherInstances others = others("/slow", Duration.ofSeconds(2));

        assertThatThrownBy(() -> others.ask(there, "/slow", JOB)).isInstanceOf(InstanceTooSlow.class);

        over.countDown();
        server.stop(0);
        assertThatThrownBy(() -> others.ask(there, "/models/fit", JOB)).isInstanceOf(InstanceUnreachable.class);
    }

    @Test
    void whoIsStillAtItHoldsUpNobodyWhoIsAskedAtOnce() throws IOException {
        try (ServerSocket frozen = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> hangUpOnceTheOtherWasAsked(frozen));
            Instance still = new Instance("localhost", frozen.getLocalPort());
            Instance gone = new Instance("localhost", 1);

            assertThat(others("/models/fit", Duration.ofMinutes(2))
                            .askAtOnce(List.of(still, there(), gone), "/models/fit", JOB))
                    .containsExactly(new FitJob.None());
        }
    }

    private void hangUpOnceTheOtherWasAsked(ServerSocket frozen) {
        try (Socket asker = frozen.accept()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> asker.isConnected() && !asked.isEmpty());
            // whoever is hung up on asks again
            frozen.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instance there() {
        return new Instance("localhost", server.getAddress().getPort());
    }

    /** A request to delete came in, at an address, from somebody. */
    private static OtherInstances others(String address, Duration toAnswer) {
        return new OtherInstances(
                EventJson.mapper(),
                answering(
                        HttpHeaders.class,
                        name -> name.equals("Authorization") ? List.of("Basic YW5hbHlzdA==") : List.of()),
                answering(UriInfo.class, _ -> URI.create("http://here" + address)),
                answering(Request.class, _ -> "DELETE"),
                toAnswer,
                toAnswer);
    }

    private interface Answer {
        Object to(String argument);
    }

    /** Whatever it is asked, it gives the answer to the first argument. */
    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, _, arguments) -> answer.to(arguments == null ? "" : String.valueOf(arguments[0]))));
    }
}
