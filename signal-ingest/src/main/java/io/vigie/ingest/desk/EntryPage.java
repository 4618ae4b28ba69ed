package io.vigie.ingest.desk;

import io.vigie.events.signal.Cause;
import io.vigie.events.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form as shown.
 *
 * @param today the latest day that may be entered
 * @param faults what is wrong, by the field's name
 * @param taken what was just entered
 * @param refused why it was not taken, where that is no fault of one field
 * @param unsafe whether the broker did not answer, so that nothing was kept
 */
public record EntryPage(
        EntryForm form,
        String today,
        Map<String, EntryFault> faults,
        Optional<Signal> taken,
        Optional<String> refused,
        boolean unsafe) {
    static EntryPage of(EntryForm form, String today) {
        return new EntryPage(form, today, Map.of(), Optional.empty(), Optional.empty(), false);
    }

    EntryPage with(Map<String, EntryFault> wrong) {
        return new EntryPage(form, today, wrong, taken, refused, unsafe);
    }

    EntryPage with(Signal accepted) {
        return new EntryPage(form, today, faults, Optional.of(accepted), refused, unsafe);
    }

    EntryPage refused(String why) {
        return new EntryPage(form, today, faults, taken, Optional.of(why), unsafe);
    }

    EntryPage notSafe() {
        return new EntryPage(form, today, faults, taken, refused, true);
    }

    public List<EntryKind> kinds() {
        return List.of(EntryKind.values());
    }

    public List<Cause> causes() {
        return List.of(Cause.values());
    }

    public List<EntryChannel> channels() {
        return List.of(EntryChannel.values());
    }

    public String value(String field) {
        return form.value(field);
    }

    public boolean wrong(String field) {
        return faults.containsKey(field);
    }

    public EntryFault fault(String field) {
        return Optional.ofNullable(faults.get(field)).orElseThrow();
    }
}
