package io.vigie.scorer.stream;

import io.vigie.scorer.scoring.Agreement;
import io.vigie.scorer.scoring.MonthOfModel;
import io.vigie.scorer.scoring.Prediction;
import io.vigie.scorer.scoring.TrackRecord;
import io.vigie.scorer.watch.Predicting;
import io.vigie.scorer.watch.Standing;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps what champion and shadow said of a partition's customers, and holds it against what came: sums, and one row a
 * customer and month until its horizon is over.
 */
final class Tracking {
    private static final String DUE = "due/";
    private static final String CUSTOMER = "customer/";
    private static final int SECONDS = 12;

    private final KeyValueStore<String, byte[]> store;
    private final Agenda agenda;
    private final Predicting predicting;

    /** Nothing is due before this key; empty: look. */
    private String soonest = "";

    Tracking(KeyValueStore<String, byte[]> store, Agenda agenda, Predicting predicting) {
        this.store = store;
        this.agenda = agenda;
        this.predicting = predicting;
    }

    /**
     * What was last noted of a customer, so that each counts once a month.
     *
     * @param mark which models and which month
     * @param due keys of what is not known yet
     */
    record Noted(String mark, List<String> due) {
        Noted {
            due = List.copyOf(due);
        }
    }

    static String agreement(String champion, String shadow) {
        return "agreement/" + champion + "/" + shadow;
    }

    /** @param model of the pair, whose record it is */
    static String pair(String champion, String shadow, String model) {
        return "pair/" + champion + "/" + shadow + "/" + model;
    }

    static String months(String model) {
        return "month/" + model + "/";
    }

    /** Notes what is said of a customer at the latest look. */
    void looked(String customer, Standing standing) {
        predicting.of(customer, standing).ifPresent(said -> {
            said.shadow()
                    .ifPresent(shadow -> change(
                            agreement(said.champion().model(), shadow.model()),
                            Agreement.class,
                            Agreement.NONE,
                            so -> so.with(said.champion(), shadow)));
            note(said);
        });
    }

    private void note(Prediction said) {
        String key = CUSTOMER + said.customer();
        Noted before = read(key, Noted.class).orElse(new Noted("", List.of()));
        String mark = month(said) + " " + said.champion().model() + " "
                + said.shadow().map(Prediction.Said::model).orElse("");
        if (before.mark().equals(mark)) {
            return;
        }
        change(monthKey(said, said.champion()), MonthOfModel.class, MonthOfModel.NONE, so -> so.with(said.champion()));
        said.shadow()
                .ifPresent(shadow ->
                        change(monthKey(said, shadow), MonthOfModel.class, MonthOfModel.NONE, so -> so.with(shadow)));
        String due = due(said.at().plus(predicting.horizon())) + said.customer();
        store.put(due, Cbor.write(said.inShort()));
        soonest = due.compareTo(soonest) < 0 ? due : soonest;
        List<String> open = new ArrayList<>(before.due());
        open.add(due);
        store.put(key, Cbor.write(new Noted(mark, open)));
    }

    /** Holds what was said against what came, wherever the horizon is over. */
    void settle(Instant now) {
        String end = due(now);
        if (soonest.compareTo(end) >= 0) {
            return;
        }
        List<String> over = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = store.range(DUE, DUE + "~")) {
            while (rows.hasNext() && rows.peekNextKey().compareTo(end) < 0) {
                over.add(rows.next().key);
            }
            soonest = rows.hasNext() ? rows.peekNextKey() : DUE + "~";
        }
        over.forEach(this::settle);
    }

    private void settle(String due) {
        Prediction said = read(due, Prediction.class).orElseThrow();
        store.delete(due);
        String key = CUSTOMER + said.customer();
        read(key, Noted.class)
                .ifPresent(noted -> store.put(
                        key,
                        Cbor.write(new Noted(
                                noted.mark(),
                                noted.due().stream()
                                        .filter(one -> !one.equals(due))
                                        .toList()))));
        predicting.came(said, agenda.of(said.customer())).ifPresent(left -> {
            came(said, said.champion(), left);
            said.shadow().ifPresent(shadow -> came(said, shadow, left));
        });
    }

    private void came(Prediction said, Prediction.Said by, boolean left) {
        change(monthKey(said, by), MonthOfModel.class, MonthOfModel.NONE, so -> so.with(by.probability(), left));
        said.shadow()
                .ifPresent(shadow -> change(
                        pair(said.champion().model(), shadow.model(), by.model()),
                        TrackRecord.class,
                        TrackRecord.NONE,
                        so -> so.with(by.probability(), left)));
    }

    /** Drops what was said of a customer and is not known yet; sums name nobody. */
    void forget(String customer) {
        read(CUSTOMER + customer, Noted.class).ifPresent(noted -> {
            noted.due().forEach(store::delete);
            store.delete(CUSTOMER + customer);
        });
    }

    private <T> void change(String key, Class<T> type, T none, UnaryOperator<T> to) {
        store.put(key, Cbor.write(to.apply(read(key, type).orElse(none))));
    }

    private <T> Optional<T> read(String key, Class<T> type) {
        return Optional.ofNullable(store.get(key)).map(bytes -> Cbor.read(bytes, type));
    }

    private static String month(Prediction said) {
        return YearMonth.from(said.at().atZone(ZoneOffset.UTC)).toString();
    }

    private static String monthKey(Prediction said, Prediction.Said by) {
        return months(by.model()) + month(said);
    }

    /** Keys that sort as the instants, none before 1970. */
    private static String due(Instant at) {
        return DUE + String.format(Locale.ROOT, "%0" + SECONDS + "d", Math.max(0, at.getEpochSecond())) + "/";
    }
}
