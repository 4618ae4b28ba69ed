package io.vigie.scorer.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.vigie.events.signal.Signal;
import io.vigie.scorer.profile.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An entry of a timeline as it is kept; what a signal's attributes are is for its sender to say, so they are CBOR. */
public final class EntryForm {
    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
    private static final ObjectReader ATTRIBUTES = CBOR.readerFor(JsonNode.class);
    private static final ObjectWriter OF_ATTRIBUTES = CBOR.writerFor(JsonNode.class);

    /** The kinds of entries; 0 to 2 are those of entries that were kept as CBOR as a whole. */
    private static final byte HAPPENED = 3;

    private static final byte KNOWN = 4;
    private static final byte EARLIER_FIRST = 5;
    private static final byte EARLIER = 6;

    private EntryForm() {}

    /** Whether bytes hold an entry in this form. */
    public static boolean is(byte[] bytes) {
        return bytes[0] >= HAPPENED;
    }

    public static byte[] write(Entry entry) {
        Packer into = new Packer();
        switch (entry) {
            case Entry.Happened(Signal signal) -> write(into.mark(HAPPENED), signal);
            case Entry.Known known -> write(into.mark(KNOWN), known);
            case Entry.Earlier(String customer, var profile) ->
                ProfileForm.write(into.mark(EARLIER).text(customer), profile);
        }
        return into.packed();
    }

    public static Entry read(byte[] bytes) {
        Unpacker from = new Unpacker(bytes);
        return switch (from.mark()) {
            case HAPPENED -> new Entry.Happened(signal(from));
            case KNOWN ->
                new Entry.Known(CustomerForm.read(from), from.text(), from.text(), from.maybe(Unpacker::instant));
            case EARLIER_FIRST -> new Entry.Earlier(from.text(), ProfileForm.read(from, false));
            case EARLIER -> new Entry.Earlier(from.text(), ProfileForm.read(from, true));
            default -> throw new IllegalArgumentException("an entry kept by a later version cannot be read");
        };
    }

    private static void write(Packer into, Signal one) {
        into.text(one.source())
                .text(one.id())
                .text(one.type())
                .text(one.customer())
                .instant(one.time())
                .blob(attributes(one.attributes()))
                .maybe(one.receivedAt(), Packer::instant);
    }

    private static Signal signal(Unpacker from) {
        return new Signal(
                from.text(),
                from.text(),
                from.text(),
                from.text(),
                from.instant(),
                attributes(from.blob()),
                from.maybe(Unpacker::instant));
    }

    private static void write(Packer into, Entry.Known one) {
        CustomerForm.write(into, one.record());
        into.text(one.source()).text(one.id()).maybe(one.receivedAt(), Packer::instant);
    }

    private static byte[] attributes(JsonNode attributes) {
        try {
            return OF_ATTRIBUTES.writeValueAsBytes(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode attributes(byte[] bytes) {
        try {
            return ATTRIBUTES.readValue(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
