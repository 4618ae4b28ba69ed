package io.vigie.local.bench.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;
import org.rocksdb.RocksDB;

/**
 * Runs the reference with the scorer's own settings of Kafka Streams: the same guarantee, commits, threads, caches.
 *
 * <p>It is run from the scorer's libraries, whose {@code application.properties} are read for that.
 */
public final class ReferenceJob {
    private static final String OF_STREAMS = "kafka-streams.";
    private static final Pattern DEFAULTED = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");
    private static final String PROCESSOR = "reference";
    private static final String SINK = "told";

    private ReferenceJob() {}

    /**
     * @param arguments broker, application id, topic to read, topic to write, data folder, script
     */
    public static void main(String[] arguments) throws IOException {
        RocksDB.loadLibrary();
        Path file = Path.of(arguments[5]);
        AtomicReference<Script> script = new AtomicReference<>(Script.read(file));
        watch(file, script);
        KafkaStreams streams = new KafkaStreams(topology(arguments[2], arguments[3], script), settings(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
        streams.start();
    }

    /** The file of the script is taken away once it is read, so that whoever wrote it knows. */
    private static void watch(Path file, AtomicReference<Script> script) throws IOException {
        Files.delete(file);
        var unused = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory())
                .scheduleWithFixedDelay(() -> take(file, script), 0, 50, TimeUnit.MILLISECONDS);
    }

    private static void take(Path file, AtomicReference<Script> script) {
        if (Files.exists(file)) {
            script.set(Script.read(file));
            try {
                Files.delete(file);
            } catch (IOException kept) {
                throw new IllegalStateException(file + " cannot be deleted", kept);
            }
        }
    }

    private static Topology topology(String from, String to, AtomicReference<Script> script) {
        Topology topology = new Topology();
        topology.addSource(
                "signals", Serdes.Bytes().deserializer(), Serdes.ByteArray().deserializer(), from);
        topology.addProcessor(
                PROCESSOR,
                (ProcessorSupplier<
                                org.apache.kafka.common.utils.Bytes,
                                byte[],
                                org.apache.kafka.common.utils.Bytes,
                                byte[]>)
                        () -> new ReferenceProcessor(script::get),
                "signals");
        for (String store : ReferenceProcessor.PERSISTENT) {
            topology.addStateStore(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(store), Serdes.Bytes(), Serdes.ByteArray()),
                    PROCESSOR);
        }
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(ReferenceProcessor.PROGRESS),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withCachingEnabled(),
                PROCESSOR);
        topology.addSink(
                SINK, to, Serdes.Bytes().serializer(), Serdes.ByteArray().serializer(), PROCESSOR);
        return topology;
    }

    private static Properties settings(String[] arguments) throws IOException {
        Properties shipped = new Properties();
        try (InputStream file = Objects.requireNonNull(
                ReferenceJob.class.getResourceAsStream("/application.properties"),
                "the scorer's libraries must be on the class path")) {
            shipped.load(file);
        }
        Properties settings = new Properties();
        shipped.stringPropertyNames().stream()
                .filter(key -> key.startsWith(OF_STREAMS))
                .forEach(key -> settings.put(
                        key.substring(OF_STREAMS.length()),
                        DEFAULTED.matcher(shipped.getProperty(key)).replaceAll("$1")));
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, arguments[1]);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[4]);
        return settings;
    }
}
