package io.vigie.scorer.stream;

import io.vigie.scorer.scoring.Agreement;
import io.vigie.scorer.scoring.MonthOfModel;
import io.vigie.scorer.scoring.Prediction;
import io.vigie.scorer.scoring.TrackRecord;
import io.vigie.scorer.watch.Predicting;
import io.vigie.scorer.watch.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps what champion and shadow said of a partition's customers, and holds it against what came: sums, and one row a
 * customer and month until its horizon is over.
 */
final class Tracking {
    private final KeyValueStore<String, byte[]> store;
    private final Agenda agenda;
    private final Predicting predicting;
    private final Sample sample;
    private final Fence fence;

    /** Nothing is due before this key; to look from the very first on would walk over all that was deleted. */
    private String soonest = TrackKeys.DUE;

    Tracking(KeyValueStore<String, byte[]> store, Agenda agenda, Predicting predicting, Sample sample, Fence fence) {
        this.store = store;
        this.agenda = agenda;
        this.predicting = predicting;
        this.sample = sample;
        this.fence = fence;
    }

    /**
     * What was last noted of a customer, so that each counts once a month.
     *
     * @param mark which models and which month
     * @param due keys of what is not known yet
     */
    record Noted(String mark, List<String> due) {
        static final Noted NOTHING = new Noted("", List.of());

        Noted {
            due = List.copyOf(due);
        }
    }

    /** Notes what is said of a customer at the latest look, if they are in the sample or two models are compared. */
    void looked(String customer, Standing standing) {
        fence.around("prediction", () -> said(customer, standing))
                .flatMap(one -> one)
                .ifPresent(said -> {
                    said.shadow()
                            .ifPresent(shadow -> change(
                                    TrackKeys.agreement(said.champion().model(), shadow.model()),
                                    Agreement.class,
                                    Agreement.NONE,
                                    so -> so.with(said.champion(), shadow)));
                    note(said);
                });
    }

    private Optional<Prediction> said(String customer, Standing standing) {
        return predicting.compares() || (sample.holds(customer) && !noted(customer, standing))
                ? predicting.of(customer, standing)
                : Optional.empty();
    }

    private boolean noted(String customer, Standing standing) {
        return standing.asOf()
                .map(at -> TrackKeys.mark(at, predicting.models()))
                .filter(lastNoted(customer).mark()::equals)
                .isPresent();
    }

    private Noted lastNoted(String customer) {
        return read(TrackKeys.customer(customer), Noted.class).orElse(Noted.NOTHING);
    }

    private void note(Prediction said) {
        String key = TrackKeys.customer(said.customer());
        Noted before = lastNoted(said.customer());
        String mark = TrackKeys.mark(said.at(), said.models());
        if (before.mark().equals(mark)) {
            return;
        }
        change(
                TrackKeys.month(said, said.champion()),
                MonthOfModel.class,
                MonthOfModel.NONE,
                so -> so.with(said.champion()));
        said.shadow()
                .ifPresent(shadow -> change(
                        TrackKeys.month(said, shadow), MonthOfModel.class, MonthOfModel.NONE, so -> so.with(shadow)));
        String due = TrackKeys.due(said.at().plus(predicting.aftermath().horizon())) + said.customer();
        store.put(due, Cbor.write(said.inShort()));
        soonest = due.compareTo(soonest) < 0 ? due : soonest;
        List<String> open = new ArrayList<>(before.due());
        open.add(due);
        store.put(key, Cbor.write(new Noted(mark, open)));
    }

    /** Holds what was said against what came, wherever the horizon is over; the rest waits for the next time. */
    void settle(Instant now, int atMost) {
        String end = TrackKeys.due(now);
        if (soonest.compareTo(end) >= 0) {
            return;
        }
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.range(soonest, TrackKeys.DUE_END)) {
            while (rows.hasNext() && over.size() < atMost && rows.peekNextKey().compareTo(end) < 0) {
                over.add(rows.next().key);
            }
            soonest = rows.hasNext() ? rows.peekNextKey() : TrackKeys.DUE_END;
        }
        over.forEach(this::settle);
    }

    private void settle(String due) {
        Prediction said = read(due, Prediction.class).orElseThrow();
        store.delete(due);
        String key = TrackKeys.customer(said.customer());
        read(key, Noted.class)
                .ifPresent(noted -> store.put(
                        key,
                        Cbor.write(new Noted(
                                noted.mark(),
                                noted.due().stream()
                                        .filter(one -> !one.equals(due))
                                        .toList()))));
        Standing now = agenda.of(said.customer());
        fence.around("outcome", () -> predicting.aftermath().left(said, now))
                .flatMap(of -> of)
                .ifPresent(left -> {
                    came(said, said.champion(), left);
                    said.shadow().ifPresent(shadow -> came(said, shadow, left));
                });
    }

    private void came(Prediction said, Prediction.Said by, boolean left) {
        change(TrackKeys.month(said, by), MonthOfModel.class, MonthOfModel.NONE, so -> so.with(by.probability(), left));
        said.shadow()
                .ifPresent(shadow -> change(
                        TrackKeys.pair(said.champion().model(), shadow.model(), by.model()),
                        TrackRecord.class,
                        TrackRecord.NONE,
                        so -> so.with(by.probability(), left)));
    }

    /** Drops what was said of a customer and is not known yet; sums name nobody. */
    void forget(String customer) {
        String key = TrackKeys.customer(customer);
        read(key, Noted.class).ifPresent(noted -> {
            noted.due().forEach(store::delete);
            store.delete(key);
        });
    }

    private <T> void change(String key, Class<T> type, T none, UnaryOperator<T> to) {
        store.put(key, Cbor.write(to.apply(read(key, type).orElse(none))));
    }

    private <T> Optional<T> read(String key, Class<T> type) {
        return Optional.ofNullable(store.get(key)).map(bytes -> Cbor.read(bytes, type));
    }
}
