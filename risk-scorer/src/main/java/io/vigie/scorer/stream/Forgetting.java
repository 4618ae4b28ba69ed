package io.vigie.scorer.stream;

import io.vigie.scorer.watch.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Drops all that is kept of a customer, so that whatever comes later begins anew. */
final class Forgetting {
    private final Agenda agenda;
    private final List<KeyValueStore<Bytes, ?>> byCustomer;
    private final Progress progress;

    /**
     * @param byCustomer stores whose keys begin with the customer
     */
    Forgetting(Agenda agenda, List<KeyValueStore<Bytes, ?>> byCustomer, Progress progress) {
        this.agenda = agenda;
        this.byCustomer = byCustomer;
        this.progress = progress;
    }

    void of(String customer) {
        Standing known = agenda.of(customer);
        if (known.asOf().isPresent()) {
            progress.countBack(Progress.CUSTOMERS);
        }
        agenda.forget(customer, known);
        byCustomer.forEach(store -> drop(store, customer));
    }

    private static <V> void drop(KeyValueStore<Bytes, V> store, String customer) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> rows = store.prefixScan(Keys.ofCustomer(customer), new BytesSerializer())) {
            rows.forEachRemaining(row -> keys.add(row.key));
        }
        keys.forEach(store::delete);
    }
}
