package io.vigie.scorer.stream;

import io.vigie.scorer.scoring.Prediction;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Under which keys stands what models said, and what came of it. */
final class TrackKeys {
    /** Before all that is due, and after it. */
    static final String DUE = "due/";

    static final String DUE_END = DUE + "~";
    private static final int SECONDS = 12;

    private TrackKeys() {}

    static String agreement(String champion, String shadow) {
        return "agreement/" + champion + "/" + shadow;
    }

    /** @param model of the pair, whose record it is */
    static String pair(String champion, String shadow, String model) {
        return "pair/" + champion + "/" + shadow + "/" + model;
    }

    /** Before all months of a model. */
    static String months(String model) {
        return "month/" + model + "/";
    }

    static String month(Prediction said, Prediction.Said by) {
        return months(by.model()) + month(said.at());
    }

    static String customer(String customer) {
        return "customer/" + customer;
    }

    /** What a customer is noted under once: the month, and which models spoke. */
    static String mark(Instant at, List<String> models) {
        return month(at) + " " + String.join(" ", models);
    }

    /** Keys that sort as the instants, none before 1970. */
    static String due(Instant at) {
        String seconds = Long.toString(Math.max(0, at.getEpochSecond()));
        return DUE + "0".repeat(SECONDS - seconds.length()) + seconds + "/";
    }

    private static String month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
    }
}
