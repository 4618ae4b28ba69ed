package io.vigie.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import io.vigie.events.wire.EventCodec;
import io.vigie.events.wire.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The signals of a company of some size, in order of time, each of a customer drawn at random: mostly orders and usage,
 * one in seven a trouble or its end.
 *
 * @param since when the first one happened
 */
record CompanySignals(int customers, Instant since) {
    private static final String SOURCE = "/bench";
    private static final int MILLIS_APART = 20;
    private static final List<Kind> OUT_OF_A_HUNDRED = outOfAHundred();

    private record Kind(String type, JsonNode data) {}

    /** The signal of a number as the topic of a prefix carries it. */
    ProducerRecord<String, byte[]> record(String prefix, long number) {
        return EventCodec.record(Topic.SIGNALS.under(prefix), signal(number));
    }

    /** The signal of a number, the same at each run. */
    Signal signal(long number) {
        long drawn = Scattered.of(number);
        Kind kind = OUT_OF_A_HUNDRED.get((int) Long.remainderUnsigned(drawn >>> 32, OUT_OF_A_HUNDRED.size()));
        Instant time = since.plusMillis(number * MILLIS_APART);
        return new Signal(
                SOURCE,
                String.format("%012d", number),
                kind.type(),
                "C-" + Long.remainderUnsigned(drawn, customers),
                time,
                kind.data(),
                Optional.of(time));
    }

    private static List<Kind> outOfAHundred() {
        List<Kind> kinds = new ArrayList<>();
        add(kinds, 45, "order.placed", "{\"order\":\"A-1001\",\"amount\":12950,\"currency\":\"EUR\"}");
        add(kinds, 20, "usage.reported", "{\"quantity\":120,\"unit\":\"hours\"}");
        add(kinds, 7, "support.called", "{\"minutes\":6}");
        add(kinds, 5, "contact.made", "{\"channel\":\"email\"}");
        add(kinds, 4, "support.ticket-opened", "{\"ticket\":\"T-77\",\"escalated\":false}");
        add(kinds, 4, "support.ticket-resolved", "{\"ticket\":\"T-77\"}");
        add(kinds, 5, "survey.answered", "{\"score\":8,\"scale\":\"nps\"}");
        add(kinds, 3, "delivery.late", "{\"order\":\"A-1001\",\"days\":4}");
        add(kinds, 2, "complaint.filed", "{\"complaint\":\"K-1\",\"cause\":\"service\",\"timely\":true}");
        add(kinds, 2, "complaint.resolved", "{\"complaint\":\"K-1\",\"remedy\":\"apology\"}");
        add(kinds, 2, "payment.failed", "{\"amount\":4900,\"currency\":\"EUR\"}");
        add(kinds, 1, "payment.recovered", "{\"amount\":4900,\"currency\":\"EUR\"}");
        return kinds;
    }

    private static void add(List<Kind> kinds, int many, String type, String data) {
        try {
            JsonNode read = EventJson.mapper().readTree(data);
            for (int made = 0; made < many; made++) {
                kinds.add(new Kind(type, read));
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
