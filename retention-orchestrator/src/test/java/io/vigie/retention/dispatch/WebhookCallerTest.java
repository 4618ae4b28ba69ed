package io.vigie.retention.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whoever takes a webhook cannot hold it up. */
class WebhookCallerTest {
    private static final String SECRET = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

    @Test
    void aBodyThatNeverEndsIsNotWaitedFor() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> trickle(server, done));
            URI there = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
            WebhookCaller caller = new WebhookCaller(Clock.systemUTC());

            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> caller.post(there, SECRET, "id-1", "{}")
                            .status()))
                    .isEqualTo(200);
        } finally {
            done.countDown();
        }
    }

    /** Says that much will follow, and sends the least of it. */
    private static void trickle(ServerSocket server, CountDownLatch done) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            socket.getInputStream().read();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nx".getBytes(US_ASCII));
            out.flush();
            done.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
