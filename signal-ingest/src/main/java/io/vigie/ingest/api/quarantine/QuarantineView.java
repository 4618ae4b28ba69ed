package io.vigie.ingest.api.quarantine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vigie.events.wire.Via;
import io.vigie.ingest.store.Quarantined;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the API shows of something in quarantine. */
public record QuarantineView(
        UUID id,
        Instant at,
        Via via,
        String source,
        String key,
        String reason,
        String detail,
        Optional<Long> line,
        List<String> waitsFor,
        Quarantined.Status status,
        Optional<Instant> settledAt,
        Optional<String> settledBy) {

    static QuarantineView of(Quarantined what) {
        return new QuarantineView(
                what.id(),
                what.at(),
                what.via(),
                what.source(),
                what.key(),
                what.reason(),
                what.detail(),
                what.line(),
                what.waitsFor(),
                what.status(),
                what.settledAt(),
                what.settledBy());
    }

    /**
     * One page.
     *
     * @param next where to go on with {@code after}, when there may be more
     */
    public record Page(List<QuarantineView> items, Optional<UUID> next) {
        static Page of(List<Quarantined> some, int limit) {
            return new Page(
                    some.stream().map(QuarantineView::of).toList(),
                    some.size() < limit
                            ? Optional.empty()
                            : Optional.of(some.getLast().id()));
        }
    }

    /**
     * One with its content.
     *
     * @param text what came, where it is text; otherwise {@code base64} has it
     * @param mended the last try to mend it, where it is text
     */
    public record Whole(
            @JsonUnwrapped QuarantineView about,
            String contentType,
            Optional<String> text,
            Optional<String> base64,
            Optional<String> mended) {
        static Whole of(Quarantined what) {
            Optional<String> text = RawText.of(what.raw(), what.contentType());
            return new Whole(
                    QuarantineView.of(what),
                    what.contentType(),
                    text,
                    text.isPresent()
                            ? Optional.empty()
                            : Optional.of(Base64.getEncoder().encodeToString(what.raw())),
                    what.mended().flatMap(bytes -> RawText.of(bytes, what.contentType())));
        }
    }
}
