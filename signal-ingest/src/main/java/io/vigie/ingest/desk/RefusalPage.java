package io.vigie.ingest.desk;

import io.vigie.ingest.store.Quarantined;
import java.util.Optional;

/**
 * One thing that was refused, as shown.
 *
 * @param content what came, as text or else in base64
 * @param isText whether it is text and can be mended here
 * @param draft what would be sent again
 * @param possible whether it can be sent again at all
 * @param refused why it was refused again, where it was just sent
 */
public record RefusalPage(
        Quarantined what, String content, boolean isText, String draft, boolean possible, Optional<String> refused) {
    public String waitsFor() {
        return String.join(", ", what.waitsFor());
    }
}
