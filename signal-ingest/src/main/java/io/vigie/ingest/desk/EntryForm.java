package io.vigie.ingest.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody typed, kept as it is so that a mistake costs one field and not the whole form.
 *
 * @param typed by the field's name; blank fields are left out
 */
public record EntryForm(EntryKind kind, Map<String, String> typed) {
    static EntryForm empty(EntryKind kind, LocalDate today) {
        return new EntryForm(kind, Map.of("date", today.toString(), "currency", "EUR"));
    }

    static EntryForm of(EntryKind kind, MultivaluedMap<String, String> sent) {
        return new EntryForm(kind, Fields.typed(sent));
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(typed.get(name));
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }
}
