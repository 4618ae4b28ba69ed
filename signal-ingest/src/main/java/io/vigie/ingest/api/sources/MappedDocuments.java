package io.vigie.ingest.api.sources;

import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.Posted;
import io.vigie.ingest.source.ResultLines;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.WebhookResult;
import io.vigie.ingest.source.Webhooks;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What mappings make of documents; each source's mapping is read once, and anew when the source has changed. */
final class MappedDocuments {
    private final SignalIntake intake;
    private final Identities identities;
    private final Map<String, Webhooks> webhooks = new ConcurrentHashMap<>();

    MappedDocuments(SignalIntake intake, Identities identities) {
        this.intake = intake;
        this.identities = identities;
    }

    /**
     * @param now the wall clock, for the check against the future
     * @param cameAt when the document came in first
     */
    List<WebhookResult> by(Source source, byte[] body, String contentType, Instant now, Instant cameAt) {
        Webhooks mapper = webhooks.compute(
                source.name(),
                (_, known) -> known != null && known.source().equals(source) ? known : new Webhooks(source, intake));
        return mapper.map(new Posted(body, contentType, EventIdParameter.of(contentType)), identities, now, cameAt);
    }

    /** One result a line. */
    byte[] show(Source source, byte[] body, String contentType, Instant now) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ResultLines lines = new ResultLines(shown);
        long line = 0;
        for (WebhookResult result : by(source, body, contentType, now, now)) {
            line++;
            switch (result) {
                case WebhookResult.Taken taken -> lines.take(taken);
                case WebhookResult.Ignored _ -> lines.ignore(line);
                case WebhookResult.Refused refused -> lines.refuse(line, refused.why());
            }
        }
        return shown.toByteArray();
    }
}
