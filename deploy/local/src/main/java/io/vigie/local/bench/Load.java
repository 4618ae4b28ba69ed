package io.vigie.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many kept-alive connections served by one thread.
 *
 * <p>Own code because the load shares the cores with what it measures, and a client library would take more of them than
 * the service.
 */
final class Load implements Turns.Work, AutoCloseable {
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final int perRequest;

    /**
     * @param perRequest how many of what is counted each request carries
     */
    Load(int port, int count, Template template, int perRequest) {
        this.perRequest = perRequest;
        try {
            this.selector = Selector.open();
            for (int open = 0; open < count; open++) {
                connections.add(new Connection(
                        selector, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), template));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Ends when the last request is answered, so that nothing of it weighs on what comes next. */
    @Override
    public long during(Duration time) {
        try {
            long start = System.nanoTime();
            for (Connection connection : connections) {
                connection.send();
            }
            int waiting = connections.size();
            long answered = 0;
            while (waiting > 0) {
                selector.select();
                boolean over = System.nanoTime() - start > time.toNanos();
                for (var key : selector.selectedKeys()) {
                    Connection connection = (Connection) key.attachment();
                    if (connection.goesOn()) {
                        answered++;
                        if (over) {
                            waiting--;
                        } else {
                            connection.send();
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
            return answered * perRequest;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
