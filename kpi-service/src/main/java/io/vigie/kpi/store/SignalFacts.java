package io.vigie.kpi.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.Word;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.wire.EventCodec;
import io.vigie.kpi.measure.Complaint;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Signals as facts: what they complain of and where, never their attributes, which may be personal. */
@Singleton
class SignalFacts {
    private static final Table<Fact> FACTS =
            new Table<>("""
            insert into signal_fact (source, id, type, customer, time, cause, stage, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", (row, fact) -> row.text(fact.signal().source())
                    .text(fact.signal().id())
                    .text(fact.signal().type())
                    .text(fact.signal().customer())
                    .time(fact.signal().time())
                    .text(fact.cause().map(Word::word))
                    .text(fact.stage().map(Word::word))
                    .time(fact.signal().receivedAt()));

    private final SignalCatalogue catalogue;

    @Inject
    SignalFacts(SignalCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void write(Connection connection, List<Told<JsonNode>> signals) throws SQLException {
        FACTS.write(
                connection,
                signals.stream()
                        .map(told -> fact(EventCodec.signal(told.event())))
                        .toList());
    }

    private Fact fact(Signal signal) {
        return new Fact(
                signal,
                Complaint.of(signal, catalogue),
                catalogue.find(signal.type()).map(type -> type.stage().of(signal.attributes())));
    }

    private record Fact(Signal signal, Optional<Cause> cause, Optional<JourneyStage> stage) {}
}
