package io.vigie.ingest.source;

import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.Consented;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what an import passes on, so that every row of the file is accounted for. */
final class Tally {
    private static final int ERRORS_SHOWN = 20;

    private final Receiver receiver;
    private final Map<String, Long> refusedByReason = new TreeMap<>();
    private final List<ImportReport.Fault> errors = new ArrayList<>();
    private long mapped;
    private long merged;
    private long refused;
    private long waiting;
    private long signals;
    private long customers;
    private long consents;

    Tally(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Counts on from what became of the rows before. */
    void goOnFrom(ImportReport before) {
        mapped = before.mapped();
        merged = before.merged();
        refused = before.refused();
        waiting = before.waiting();
        refusedByReason.putAll(before.refusedByReason());
        signals = before.accepted();
        customers = before.customers();
        consents = before.consents();
        errors.addAll(before.errors());
    }

    void rows(long count) {
        mapped++;
        merged += count - 1;
    }

    void take(Signal signal) {
        receiver.take(signal);
        signals++;
    }

    void take(Customer customer) {
        receiver.take(customer);
        customers++;
    }

    void take(Consented consented) {
        receiver.take(consented);
        consents++;
    }

    void refuse(RefusedRow row) {
        receiver.refuse(row);
        refused += row.rows();
        waiting += row.why().waits() ? row.rows() : 0;
        refusedByReason.merge(row.why().reason(), (long) row.rows(), Long::sum);
        if (errors.size() < ERRORS_SHOWN) {
            errors.add(new ImportReport.Fault(
                    row.line(), row.why().reason(), row.why().detail()));
        }
    }

    ImportReport report(String id, String source) {
        return new ImportReport(
                id,
                source,
                mapped + merged + refused,
                mapped,
                merged,
                refused,
                waiting,
                Collections.unmodifiableMap(new TreeMap<>(refusedByReason)),
                signals,
                customers,
                consents,
                List.copyOf(errors));
    }
}
