package io.vigie.ingest.source;

import io.vigie.ingest.access.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One kind of file that a company hands over, as its folder describes it.
 *
 * @param name the folder's name
 * @param mapping the text of {@code mapping.jsonata}
 */
public record Source(String name, SourceSpec spec, String mapping) {
    /** What the URIs of sources begin with; the name follows. */
    public static final String URI_PREFIX = "/sources/";

    public Source {
        if (!SourceName.isOne(name)) {
            throw new IllegalArgumentException("the folder's name must be a word such as online-retail");
        }
        spec.groupBy().stream()
                .filter(column -> !spec.require().containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new IllegalArgumentException("groupBy column " + column
                            + " must also stand under require, with the reason for refusing rows without it");
                });
        new TimeReader(spec.time().map(TimeColumn::patterns).orElse(List.of()), spec.zoneId());
        new Mapping(mapping, _ -> Optional.empty());
    }

    /** What its signals name as their source. */
    public String uri() {
        return URI_PREFIX + name;
    }

    Mapping mapping(Function<String, Optional<Instant>> times) {
        return new Mapping(mapping, times);
    }
}
