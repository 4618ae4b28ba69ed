package io.vigie.local.bench.reference;

import io.vigie.local.bench.reference.Script.Writes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;

/**
 * Gets and puts what the scorer gets and puts for a signal, under keys that lie as its keys do, and thinks nothing: no
 * parsing, no fold, no model.
 */
@NullUnmarked
final class ReferenceProcessor implements Processor<Bytes, byte[], Bytes, byte[]> {
    static final String STANDINGS = "standings";
    static final String TIMELINE = "timeline";
    static final String SEEN = "seen";
    static final String REVIEWS = "reviews";
    static final String RANKING = "ranking";
    static final String PROGRESS = "progress";
    static final List<String> PERSISTENT = List.of(STANDINGS, TIMELINE, SEEN, REVIEWS, RANKING);
    private static final Bytes COUNT = Bytes.wrap("processed".getBytes(StandardCharsets.UTF_8));
    private static final byte[] NOTHING = {};

    /** The scorer looks after so many signals, on average, where a customer's timeline begins. */
    private static final int LOOKS_BACK_ONCE_IN = 64;

    private final Supplier<Script> scripts;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();
    private final Map<String, Owed> owed = new HashMap<>();
    private final Owed told = new Owed();
    private ProcessorContext<Bytes, byte[]> context;

    ReferenceProcessor(Supplier<Script> scripts) {
        this.scripts = scripts;
    }

    @Override
    public void init(ProcessorContext<Bytes, byte[]> context) {
        this.context = context;
        PERSISTENT.forEach(name -> stores.put(name, context.getStateStore(name)));
        PERSISTENT.forEach(name -> owed.put(name, new Owed()));
        stores.put(PROGRESS, context.getStateStore(PROGRESS));
    }

    @Override
    public void process(Record<Bytes, byte[]> record) {
        Script script = scripts.get();
        byte[] customer = record.key().get();
        Optional<byte[]> before = Optional.ofNullable(store(STANDINGS).get(record.key()));
        Bytes identity = under(customer, script.to(SEEN));
        if (store(SEEN).get(identity) == null) {
            write(SEEN, script, () -> identity);
        }
        count();
        write(TIMELINE, script, () -> under(customer, script.to(TIMELINE)));
        byte[] standing = standing(script, before);
        moveInOrder(REVIEWS, script, customer, before, standing, 0);
        moveInOrder(RANKING, script, customer, before, standing, Long.BYTES);
        write(STANDINGS, script, record::key, () -> standing);
        lookBack(customer);
        tell(script.told(), record.key());
    }

    private void lookBack(byte[] customer) {
        if (random.nextInt(LOOKS_BACK_ONCE_IN) == 0) {
            try (KeyValueIterator<Bytes, byte[]> lines =
                    store(TIMELINE).prefixScan(prefix(customer), new BytesSerializer())) {
                var unused = lines.hasNext() ? lines.peekNextKey() : null;
            }
        }
    }

    private KeyValueStore<Bytes, byte[]> store(String name) {
        return stores.get(name);
    }

    private void count() {
        byte[] count = Optional.ofNullable(store(PROGRESS).get(COUNT)).orElseGet(() -> new byte[Long.BYTES]);
        store(PROGRESS)
                .put(
                        COUNT,
                        ByteBuffer.allocate(Long.BYTES)
                                .putLong(ByteBuffer.wrap(count).getLong() + 1)
                                .array());
    }

    /** A standing as large as one of the scorer's, which remembers, as those do, what it is filed under in the orders. */
    private byte[] standing(Script script, Optional<byte[]> before) {
        Writes writes = script.to(STANDINGS);
        if (writes.samples().isEmpty()) {
            return before.orElse(new byte[2 * Long.BYTES]);
        }
        byte[] standing = owed.get(STANDINGS).value(writes).clone();
        ByteBuffer.wrap(standing).putLong(random.nextLong()).putLong(random.nextLong());
        return standing;
    }

    private void moveInOrder(
            String name, Script script, byte[] customer, Optional<byte[]> before, byte[] standing, int at) {
        Writes writes = script.to(name);
        Owed due = owed.get(name);
        due.signal(writes);
        while (due.delete()) {
            before.ifPresent(old -> store(name).delete(filed(old, at, customer)));
        }
        while (due.put()) {
            store(name).put(filed(standing, at, customer), NOTHING);
        }
    }

    private static Bytes filed(byte[] standing, int at, byte[] customer) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + customer.length)
                .put(standing, at, Long.BYTES)
                .put(customer)
                .array());
    }

    private static Bytes prefix(byte[] customer) {
        return Bytes.wrap(ByteBuffer.allocate(Short.BYTES + customer.length)
                .putShort((short) customer.length)
                .put(customer)
                .array());
    }

    private Bytes under(byte[] customer, Writes writes) {
        int length = Math.max((int) writes.keyBytes(), Short.BYTES + customer.length + 2 * Long.BYTES);
        return Bytes.wrap(ByteBuffer.allocate(length)
                .put(prefix(customer).get())
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array());
    }

    private void write(String name, Script script, Supplier<Bytes> key) {
        write(name, script, key, () -> owed.get(name).value(script.to(name)));
    }

    private void write(String name, Script script, Supplier<Bytes> key, Supplier<byte[]> value) {
        Owed due = owed.get(name);
        due.signal(script.to(name));
        while (due.put()) {
            store(name).put(key.get(), value.get());
        }
    }

    private void tell(Writes writes, Bytes key) {
        told.signal(writes);
        while (told.put()) {
            context.forward(new Record<>(key, told.value(writes), context.currentSystemTimeMs()));
        }
    }
}
