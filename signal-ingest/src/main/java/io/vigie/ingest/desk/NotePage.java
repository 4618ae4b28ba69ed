package io.vigie.ingest.desk;

import io.vigie.events.signal.Cause;
import io.vigie.events.signal.SignalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for one type as shown.
 *
 * @param label what the type is called
 * @param typed by the field's name; kept as it is so that a mistake costs one field and not the whole form
 * @param today the latest day that may be noted
 * @param faults what is wrong, by the field's name
 * @param refused why it was not taken, where that is no fault of one field
 * @param unsafe whether the broker did not answer, so that nothing was kept
 */
public record NotePage(
        SignalType type,
        String label,
        Map<String, String> typed,
        String today,
        Map<String, EntryFault> faults,
        Optional<String> refused,
        boolean unsafe) {
    NotePage with(Map<String, EntryFault> wrong) {
        return new NotePage(type, label, typed, today, wrong, refused, unsafe);
    }

    NotePage refused(String why) {
        return new NotePage(type, label, typed, today, faults, Optional.of(why), unsafe);
    }

    NotePage notSafe() {
        return new NotePage(type, label, typed, today, faults, refused, true);
    }

    /** Where something else can be noted of whoever is typed. */
    public String others() {
        return NotePages.address(Optional.empty(), Optional.of(value("customer")));
    }

    public List<NoteField> fields() {
        return NoteField.of(type);
    }

    public List<Cause> causes() {
        return List.of(Cause.values());
    }

    public List<Mood> moods() {
        return List.of(Mood.values());
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean wrong(String field) {
        return faults.containsKey(field);
    }

    public EntryFault fault(String field) {
        return Optional.ofNullable(faults.get(field)).orElseThrow();
    }
}
