package io.vigie.ingest.desk;

import io.vigie.events.wire.Via;
import io.vigie.ingest.api.Resending;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.QuarantineFilter;
import io.vigie.ingest.store.Quarantined;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The list as shown.
 *
 * @param kinds what is open, by reason and source
 * @param sent what became of all of a kind, where they were just sent
 * @param next where the next page begins, where there is one
 */
public record QuarantinePage(
        QuarantineFilter filter,
        List<Quarantine.Kind> kinds,
        List<Quarantined> items,
        Optional<Resending.Answer> sent,
        Optional<UUID> next) {
    public List<String> reasons() {
        return kinds.stream().map(Quarantine.Kind::reason).distinct().sorted().toList();
    }

    public List<Via> ways() {
        return List.of(Via.values());
    }

    public List<Quarantined.Status> states() {
        return List.of(Quarantined.Status.values());
    }

    public String reason() {
        return filter.reason().orElse("");
    }

    public String source() {
        return filter.source().orElse("");
    }

    public String way() {
        return filter.via().map(Via::word).orElse("");
    }

    public String state() {
        return filter.status().map(Quarantined.Status::word).orElse("");
    }
}
