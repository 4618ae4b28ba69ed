package io.vigie.local.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Settles before anything starts whether the ports are free, because a service says so late. */
public final class Ports {
    private static final int FIRST_TRIED = 18_000;
    private static final int STEP = 10;
    private static final int TRIED = 1_400;

    /** Systems that start at the same moment look in other places. */
    private static final int FIRST_OF_THIS_PROCESS =
            (int) (ProcessHandle.current().pid() * 31 % TRIED);

    private Ports() {}

    /**
     * @throws FleetFailure naming the port that is taken and how to choose others
     */
    static void mustBeFree(int basePort) {
        for (Service service : Service.values()) {
            int port = service.port(basePort);
            if (!free(port)) {
                throw new FleetFailure("port " + port + " on 127.0.0.1, meant for " + service.word()
                        + ", is taken: stop what listens there, or choose others: --ports " + freeBase()
                        + " uses that port and the three after it");
            }
        }
    }

    /** A base port with all its ports free. */
    public static int freeBase() {
        for (int tried = 0; tried < TRIED; tried++) {
            int base = FIRST_TRIED + (FIRST_OF_THIS_PROCESS + tried) % TRIED * STEP;
            boolean allFree = true;
            for (Service service : Service.values()) {
                allFree &= free(service.port(base));
            }
            if (allFree) {
                return base;
            }
        }
        throw new FleetFailure("no four free ports side by side were found");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
