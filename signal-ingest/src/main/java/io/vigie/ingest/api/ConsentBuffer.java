package io.vigie.ingest.api;

import io.vigie.ingest.intake.Consented;
import java.util.ArrayList;
import java.util.List;

/** Gathers some consents before they are taken, for each by itself would wait for the database and the broker. */
final class ConsentBuffer {
    private static final int MOST = 500;

    private final CustomerWishes wishes;
    private final String source;
    private final List<Consented> waiting = new ArrayList<>();

    ConsentBuffer(CustomerWishes wishes, String source) {
        this.wishes = wishes;
        this.source = source;
    }

    void add(Consented consented) {
        waiting.add(consented);
        if (waiting.size() >= MOST) {
            flush();
        }
    }

    /** Returns when the broker has all of them. */
    void flush() {
        if (!waiting.isEmpty()) {
            wishes.consent(waiting, source);
            waiting.clear();
        }
    }
}
