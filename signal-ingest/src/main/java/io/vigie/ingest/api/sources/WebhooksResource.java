package io.vigie.ingest.api.sources;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vigie.ingest.access.Caller;
import io.vigie.ingest.access.RawRequest;
import io.vigie.ingest.access.RequestGuard;
import io.vigie.ingest.api.answers.Body;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.signals.BatchAnswer;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.WebhookSpec;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes what other systems post by themselves, once the guard knows the sender by the bytes as they came. */
@Path("/sources")
@Produces({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/problem+json"})
public class WebhooksResource {
    private static final int CONFLICT = 409;
    private static final String LINES = "application/x-ndjson";

    private final KnownSources sources;
    private final Caller caller;
    private final RequestGuard guard;
    private final SourceIntake intake;

    WebhooksResource(KnownSources sources, Caller caller, RequestGuard guard, SourceIntake intake) {
        this.sources = sources;
        this.caller = caller;
        this.guard = guard;
        this.intake = intake;
    }

    @POST
    @Path("/{source}")
    @PermitAll
    @RunOnVirtualThread
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes a webhook of a source",
            description = "202 when every event is safe with the broker, stands for no signal, or waits for its"
                    + " customer; 207 when some are refused; a sender that insists on an answer of its own gets that"
                    + " once all is safe. dryRun=true publishes nothing and answers what would be, one a line.")
    public Response post(
            @PathParam("source") String name,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            InputStream stream) {
        Source source = sources.named(name, caller);
        byte[] body = Body.read(stream, source.spec().largestBody());
        Map<String, String> byName = byName(headers);
        guard.admit(
                source.name(),
                source.spec().auth(),
                new RawRequest("POST", uri.getRequestUri().toString(), byName, body));
        checkReadable(source, byName);
        String contentType = contentType(source.spec().webhook(), byName);
        return dryRun
                ? Response.ok(intake.show(source, body, contentType), LINES).build()
                : answer(source.spec().webhook(), intake.take(source, body, contentType));
    }

    private static Response answer(WebhookSpec spec, BatchAnswer answer) {
        return answer.isUnreadable() || spec.acknowledge().isEmpty()
                ? answer.responseOfDocument()
                : spec.acknowledge()
                        .map(given -> Response.ok(given.body(), given.contentType()))
                        .orElseThrow()
                        .build();
    }

    private static void checkReadable(Source source, Map<String, String> headers) {
        if (source.spec().format().isOfFiles()) {
            throw Problems.of(
                    CONFLICT,
                    "source-of-files",
                    "the source " + source.name() + " describes files: POST them to /imports/" + source.name());
        }
        if (headers.containsKey("content-encoding")) {
            throw Problems.of(Reason.UNSUPPORTED_CONTENT_TYPE.because(
                    "Content-Encoding is not taken here: send the body as it is"));
        }
    }

    private static String contentType(WebhookSpec spec, Map<String, String> headers) {
        String given = headers.getOrDefault("content-type", "");
        Optional<String> id = spec.idHeader().map(name -> headers.get(name.toLowerCase(Locale.ROOT)));
        return id.map(text -> EventIdParameter.added(given, text)).orElse(given);
    }

    private static Map<String, String> byName(HttpHeaders headers) {
        Map<String, String> byName = new TreeMap<>();
        headers.getRequestHeaders()
                .forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return byName;
    }
}
