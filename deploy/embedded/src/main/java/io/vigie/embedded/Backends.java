package io.vigie.embedded;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Both backends as one process: it prints one line when they can be used and stops them on SIGTERM. */
public final class Backends {
    private static final int WRONG_ARGUMENTS = 2;
    private static final Logger ROOT_LOGGER = Logger.getLogger("");

    private final CompletableFuture<EmbeddedKafka> kafka;
    private final CompletableFuture<EmbeddedDatabase> database;

    private Backends(BackendsArguments arguments) {
        kafka = starting("kafka", () -> EmbeddedKafka.start(arguments.kafka()));
        database = starting("postgres", () -> databaseWith(arguments));
    }

    /** Runs until the process is told to stop; takes the arguments that {@link BackendsArguments#USAGE} tells. */
    public static void main(String[] arguments) {
        ROOT_LOGGER.setLevel(Level.WARNING);
        ServerLogs.hush();
        try {
            Backends backends = new Backends(BackendsArguments.parse(List.of(arguments)));
            Runtime.getRuntime().addShutdownHook(new Thread(backends::stop, "backends-stop"));
            System.out.println(backends.ready());
        } catch (IllegalArgumentException wrong) {
            fail(WRONG_ARGUMENTS, wrong.getMessage() + System.lineSeparator() + BackendsArguments.USAGE);
        } catch (CompletionException refused) {
            fail(1, "the backends did not start: " + refused.getCause().getMessage());
        }
    }

    /** What the launcher waits for, once both can be used. */
    private String ready() {
        return kafka.thenCombine(database, (broker, server) -> "READY kafka=%s postgres=%s:%d"
                        .formatted(broker.bootstrapServers(), Ports.HOST, server.port()))
                .join();
    }

    /** Stops what has started, and what is still starting once it has. */
    private void stop() {
        CompletableFuture.allOf(kafka.thenAccept(EmbeddedKafka::close), database.thenAccept(EmbeddedDatabase::close))
                .handle((_, failed) -> Optional.ofNullable(failed))
                .join()
                .ifPresent(failed -> ROOT_LOGGER.log(Level.FINE, "one was not stopped, or had not started", failed));
    }

    private static EmbeddedDatabase databaseWith(BackendsArguments arguments) {
        EmbeddedDatabase started = EmbeddedDatabase.start(arguments.postgres());
        try {
            arguments.databases().forEach(started::createDatabase);
            return started;
        } catch (RuntimeException refused) {
            started.close();
            throw refused;
        }
    }

    private static <T> CompletableFuture<T> starting(String name, Supplier<T> backend) {
        Executor thread = task -> Thread.ofPlatform().name(name + "-start").start(task);
        return CompletableFuture.supplyAsync(backend, thread);
    }

    private static void fail(int status, String message) {
        System.err.println(message);
        System.exit(status);
    }
}
