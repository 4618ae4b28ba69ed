package io.vigie.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker of one node in this JVM, so that tests and demonstrations need no Docker. */
public final class EmbeddedKafka implements AutoCloseable {
    private final DataFolder folder;
    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(DataFolder folder, KafkaRaftServer server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker; it takes requests when this returns.
     *
     * @throws IllegalStateException when the port is taken or the folder is in use
     */
    public static EmbeddedKafka start(BackendOptions options) {
        DataFolder folder = DataFolder.open(options);
        try {
            int port = Ports.claim(options.port());
            return new EmbeddedKafka(folder, started(folder, port), port);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
            folder.close();
        }
    }

    private static KafkaRaftServer started(DataFolder folder, int port) {
        Path data = folder.path().resolve("log");
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data);
        }
        Properties settings = BrokerSettings.of(data, folder.kept(), port, Ports.freeBeside(port));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException failed) {
            server.shutdown();
            throw failed;
        }
    }

    private static void format(Path data) {
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .addDirectory(data.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception refused) {
            throw new IllegalStateException("the broker's folder " + data + " cannot be formatted", refused);
        }
    }
}
