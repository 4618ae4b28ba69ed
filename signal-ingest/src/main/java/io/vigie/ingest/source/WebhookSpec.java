package io.vigie.ingest.source;

import java.util.Optional;

/**
 * What a source says of the documents that its sender posts by itself.
 *
 * @param each names joined by dots that lead to the events in a document; where they lead nowhere, the document is the
 *     event, or each element of it
 * @param idHeader the header that holds the event's id, where the body does not
 * @param acknowledge the answer that the sender insists on once everything is safe
 */
public record WebhookSpec(Optional<String> each, Optional<String> idHeader, Optional<Acknowledgement> acknowledge) {
    public static final WebhookSpec PLAIN = new WebhookSpec(Optional.empty(), Optional.empty(), Optional.empty());

    public WebhookSpec {
        each = each == null ? Optional.empty() : each;
        idHeader = idHeader == null ? Optional.empty() : idHeader;
        acknowledge = acknowledge == null ? Optional.empty() : acknowledge;
    }

    /** An answer given word for word. */
    public record Acknowledgement(String contentType, String body) {
        public Acknowledgement {
            if (contentType == null || body == null) {
                throw new IllegalArgumentException("webhook.acknowledge needs contentType and body");
            }
        }
    }
}
