package io.vigie.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Settles ports before a server starts, because a server that cannot bind says so late and obscurely. */
final class Ports {
    static final String HOST = "127.0.0.1";

    private Ports() {}

    /**
     * The port to listen on: the one asked for, or a free one for 0.
     *
     * @throws IllegalStateException when the port asked for is taken
     */
    static int claim(int wanted) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "port " + wanted + " on " + HOST + " is taken; stop what listens there or give another port",
                    taken);
        }
    }

    /** A free port other than the given one. */
    static int freeBeside(int other) {
        int port = claim(0);
        return port == other ? freeBeside(other) : port;
    }
}
