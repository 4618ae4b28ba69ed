package io.vigie.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

class EventCodecPropertyTest {
    private static final String ANY_TOPIC = "any";

    @Property(tries = 400)
    void aSignalOfAnyTextComesBackAsItWent(@ForAll("unicodeSignals") Signal signal) {
        assertThat(writtenAndRead(signal)).isEqualTo(signal);
    }

    @Property(tries = 400)
    void whatCannotComeBackIsRefused(@ForAll("anySignals") Signal signal) {
        try {
            assertThat(writtenAndRead(signal)).isEqualTo(signal);
        } catch (MalformedEvent e) {
            assertThat(e).hasMessageMatching("(?s)(id|source|subject) .+");
        }
    }

    @Property(tries = 400)
    void aSpoiltRecordIsReadOrIsMalformedAndNothingElse(
            @ForAll("samples") Event<?> event, @ForAll("spoilings") Spoiling spoiling) {
        ProducerRecord<String, byte[]> record = spoiling.of(EventCodec.record(ANY_TOPIC, event));
        try {
            Event<?> read = EventCodec.read(record.key(), record.headers(), record.value());
            assertThat(read.data()).isNotNull();
            if (read.data() instanceof JsonNode) {
                EventCodec.signal(read);
            }
        } catch (MalformedEvent e) {
            assertThat(e).message().isNotBlank();
        }
    }

    @Example
    void aSourceThatIsNoUriReferenceIsRefused() {
        assertThatThrownBy(() -> EventCodec.record(ANY_TOPIC, signal("our old CRM", "1", "C-1", Instant.EPOCH, "")))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("source")
                .hasMessageContaining("our old CRM");
    }

    @Example
    void anIdWithHalfASurrogatePairIsRefused() {
        assertThatThrownBy(() -> EventCodec.record(ANY_TOPIC, signal("/crm", "\ud83d", "C-1", Instant.EPOCH, "")))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("id");
    }

    @Example
    void anEventWithoutDataIsMalformed() {
        for (Event<?> event : Samples.ofEveryType()) {
            Headers headers = EventCodec.record(ANY_TOPIC, event).headers();

            assertThatThrownBy(() -> EventCodec.read("k", headers, "null".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(MalformedEvent.class);
            assertThatThrownBy(() -> EventCodec.read("k", headers, null)).isInstanceOf(MalformedEvent.class);
        }
    }

    @Provide
    Arbitrary<Signal> unicodeSignals() {
        return signals(sources(), text().filter(EventCodecPropertyTest::isUnicode));
    }

    @Provide
    Arbitrary<Signal> anySignals() {
        return signals(Arbitraries.oneOf(sources(), text()), text());
    }

    @Provide
    Arbitrary<Event<?>> samples() {
        return Arbitraries.of(Samples.ofEveryType());
    }

    @Provide
    Arbitrary<Spoiling> spoilings() {
        Arbitrary<byte[]> bytes = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20),
                Arbitraries.of("", " ", "null", "{}", "[]", "7", "1.0", "vigie.tick", "2026-13-01T00:00:00Z")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
        return Combinators.combine(
                        Arbitraries.of(
                                "ce_id",
                                "ce_source",
                                "ce_specversion",
                                "ce_type",
                                "ce_subject",
                                "ce_time",
                                "ce_dataschema",
                                "ce_causedby",
                                "ce_receivedat",
                                "ce_",
                                "content-type",
                                Spoiling.VALUE),
                        bytes.optional(0.8))
                .as(Spoiling::new);
    }

    private static Arbitrary<Signal> signals(Arbitrary<String> sources, Arbitrary<String> texts) {
        Arbitrary<String> named = texts.filter(text -> !text.isBlank());
        Arbitrary<Instant> times = DateTimes.instants().ofPrecision(ChronoUnit.NANOS);
        return Combinators.combine(sources.filter(text -> !text.isBlank()), named, named, times, texts)
                .as(EventCodecPropertyTest::signal);
    }

    private static Arbitrary<String> sources() {
        return Arbitraries.of("/crm", "https://exemple.test/é/1?q=a#b", "urn:support:7", "crm", "//hôte/x");
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(8).withoutEdgeCases(),
                Arbitraries.strings().withChars("aé ß\u4e2d\"\\\n\u0000%/").ofMaxLength(8),
                Arbitraries.of("😀", "👩‍👧", "\ud83d"));
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Signal signal(String source, String id, String customer, Instant time, String text) {
        return new Signal(
                source,
                id,
                "complaint.filed",
                customer,
                time,
                EventJson.mapper().createObjectNode().put("text", text),
                Optional.of(time));
    }

    private static Signal writtenAndRead(Signal signal) {
        ProducerRecord<String, byte[]> record = EventCodec.record(ANY_TOPIC, signal);
        return EventCodec.signal(EventCodec.read(record.key(), record.headers(), record.value()));
    }

    /** One header, or the value, replaced by other bytes or taken away. */
    record Spoiling(String what, Optional<byte[]> with) {
        static final String VALUE = "value";

        ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> record) {
            if (what.equals(VALUE)) {
                return new ProducerRecord<>(record.topic(), null, record.key(), with.orElse(null), record.headers());
            }
            Headers headers = new RecordHeaders(record.headers());
            headers.remove(what);
            with.ifPresent(bytes -> headers.add(what, bytes));
            return new ProducerRecord<>(record.topic(), null, record.key(), record.value(), headers);
        }
    }
}
