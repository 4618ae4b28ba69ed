package io.vigie.ingest.desk;

import io.vigie.events.wire.Via;
import io.vigie.ingest.api.quarantine.Resending;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.QuarantineFilter;
import io.vigie.ingest.store.Quarantined;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list as shown.
 *
 * @param zone whose days are meant
 * @param kinds what is open, by reason and source
 * @param sent what became of all of a kind, where they were just sent
 * @param next where the next page begins, where there is one
 */
public record QuarantinePage(
        QuarantineFilter filter,
        ZoneId zone,
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

    public String from() {
        return Days.first(filter.from(), zone);
    }

    public String to() {
        return Days.last(filter.to(), zone);
    }

    /** Where the next page is: the same question from there on. */
    public String more() {
        return Stream.of(
                        Map.entry("reason", reason()),
                        Map.entry("source", source()),
                        Map.entry("via", way()),
                        Map.entry("status", state()),
                        Map.entry("from", from()),
                        Map.entry("to", to()),
                        Map.entry("after", next.map(UUID::toString).orElse("")))
                .map(asked -> asked.getKey() + "=" + URLEncoder.encode(asked.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/ops/quarantine?", ""));
    }

    public String state() {
        return filter.status().map(Quarantined.Status::word).orElse("");
    }
}
