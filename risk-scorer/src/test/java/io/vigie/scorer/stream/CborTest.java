package io.vigie.scorer.stream;

import static io.vigie.scorer.Timelines.day;
import static io.vigie.scorer.Timelines.on;
import static io.vigie.scorer.Timelines.watch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.vigie.events.EventJson;
import io.vigie.scorer.Timelines;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.watch.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class CborTest {
    private static final List<Entry> MUCH = List.of(
            on(0, "order.placed", "{\"order\":\"A\",\"amount\":12950,\"currency\":\"EUR\"}"),
            on(1.0000001, "complaint.filed", "{\"complaint\":\"K\",\"cause\":\"price\"}"),
            on(2, "contract.started", "{\"contract\":\"C\",\"renewal\":\"explicit\",\"end\":\"2026-01-01T00:00:00Z\"}"),
            on(3, "contract.cancelled", "{\"contract\":\"C\"}"),
            on(4, "customer.returned", "{}"),
            Timelines.signal("crm", "late", "termination.notified", day(5).plusNanos(1), "{}"));

    @Test
    void whatIsKeptComesBackAsItWas() {
        for (Standing standing : standings()) {
            byte[] kept = Cbor.standing().serializer().serialize("", standing);

            assertThat(Cbor.standing().deserializer().deserialize("", kept)).isEqualTo(standing);
        }
        for (Entry entry : MUCH) {
            byte[] kept = Cbor.entry().serializer().serialize("", entry);

            assertThat(Cbor.entry().deserializer().deserialize("", kept)).isEqualTo(entry);
        }
    }

    @Test
    void whatWasKeptWithNamesIsStillRead() throws JsonProcessingException {
        ObjectMapper named = EventJson.configure(new ObjectMapper(new CBORFactory()));

        for (Standing standing : standings()) {
            assertThat(Cbor.standing().deserializer().deserialize("", named.writeValueAsBytes(standing)))
                    .isEqualTo(standing);
        }
    }

    private static List<Standing> standings() {
        List<Standing> standings = new java.util.ArrayList<>(List.of(Standing.NEW));
        for (Entry entry : MUCH) {
            standings.add(
                    watch().take(standings.getLast(), entry, List::of, day(9)).standing());
        }
        return standings;
    }
}
