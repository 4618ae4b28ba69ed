package io.vigie.ingest.desk;

import io.vigie.events.Word;
import io.vigie.events.signal.SignalType;
import java.util.List;
import java.util.stream.Stream;

/** What may be said of something noted by hand, where its type knows of it; in the order in which it is asked. */
public enum NoteField implements Word {
    CAUSE,
    MOOD,
    COMPETITOR,
    SERVABLE,
    TEXT;

    static List<NoteField> of(SignalType type) {
        return Stream.of(values())
                .filter(field -> type.attributes().path("properties").has(field.word()))
                .toList();
    }

    void read(Fields fields) {
        switch (this) {
            case CAUSE, MOOD, COMPETITOR -> fields.word(word());
            case SERVABLE ->
                fields.field(word()).ifPresent(said -> fields.attributes().put(word(), said.equals("yes")));
            case TEXT -> fields.text(word());
        }
    }
}
