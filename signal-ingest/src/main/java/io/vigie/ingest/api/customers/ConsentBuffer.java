package io.vigie.ingest.api.customers;

import io.vigie.ingest.intake.Consented;
import java.util.ArrayList;
import java.util.List;

/** Gathers some consents before they are taken, for each by itself would wait for the database and the broker. */
public final class ConsentBuffer {
    private static final int MOST = 500;

    private final CustomerWishes wishes;
    private final String source;
    private final List<Consented> waiting = new ArrayList<>();

    public ConsentBuffer(CustomerWishes wishes, String source) {
        this.wishes = wishes;
        this.source = source;
    }

    public void add(Consented consented) {
        waiting.add(consented);
        if (waiting.size() >= MOST) {
            flush();
        }
    }

    /** Returns when the broker has all of them. */
    public void flush() {
        if (!waiting.isEmpty()) {
            wishes.consent(waiting, source);
            waiting.clear();
        }
    }
}
