package io.vigie.scorer.stream;

import io.vigie.scorer.scoring.Agreement;
import io.vigie.scorer.scoring.Comparison;
import io.vigie.scorer.scoring.MonthOfModel;
import io.vigie.scorer.scoring.TrackRecord;
import io.vigie.scorer.watch.Predicting;
import io.vigie.scorer.watch.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What is known here of how models told: of this instance's own partitions. */
@ApplicationScoped
public class Tracks {
    private final Stores stores;
    private final Predicting predicting;

    Tracks(Stores stores, Watch watch) {
        this.stores = stores;
        this.predicting = watch.predicting();
    }

    /** A shadow beside a champion. */
    public Comparison comparison(String champion, String shadow) {
        String one = predicting.notedAs(champion);
        String other = predicting.notedAs(shadow);
        return new Comparison(
                champion,
                shadow,
                sum(TrackKeys.agreement(one, other), Agreement.class, Agreement.NONE, Agreement::with),
                record(one, other, one),
                record(one, other, other));
    }

    private TrackRecord record(String champion, String shadow, String model) {
        return sum(TrackKeys.pair(champion, shadow, model), TrackRecord.class, TrackRecord.NONE, TrackRecord::with);
    }

    /** What a model said, month by month. */
    public SortedMap<String, MonthOfModel> months(String model) {
        String prefix = TrackKeys.months(predicting.notedAs(model));
        SortedMap<String, MonthOfModel> months = new TreeMap<>();
        for (KeyValue<String, byte[]> row : rows(prefix, prefix + "~")) {
            months.merge(
                    row.key.substring(prefix.length()), Cbor.read(row.value, MonthOfModel.class), MonthOfModel::with);
        }
        return months;
    }

    /** Each partition has a row of its own under the same key. */
    private <T> T sum(String key, Class<T> type, T none, BinaryOperator<T> plus) {
        return rows(key, key).stream().map(row -> Cbor.read(row.value, type)).reduce(none, plus);
    }

    private List<KeyValue<String, byte[]>> rows(String from, String to) {
        return stores.own(StoreNames.TRACK, (ReadOnlyKeyValueStore<String, byte[]> store) -> {
            List<KeyValue<String, byte[]>> all = new ArrayList<>();
            try (KeyValueIterator<String, byte[]> rows = store.range(from, to)) {
                rows.forEachRemaining(all::add);
            }
            return all;
        });
    }
}
