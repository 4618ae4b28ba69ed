package io.vigie.ingest.desk;

import io.quarkus.qute.TemplateExtension;
import io.vigie.ingest.intake.Reason;
import java.util.Arrays;
import java.util.Optional;

/** Tells templates which reasons have words of their own; those that a source adds are shown as they are. */
@TemplateExtension(namespace = "reasons")
final class Reasons {
    private Reasons() {}

    static Optional<Reason> known(String word) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
