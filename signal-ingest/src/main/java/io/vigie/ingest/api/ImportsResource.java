package io.vigie.ingest.api;

import io.quarkus.security.PermissionsAllowed;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.intake.Identities;
import io.vigie.ingest.intake.SignalIntake;
import io.vigie.ingest.source.FileImport;
import io.vigie.ingest.source.ImportReport;
import io.vigie.ingest.source.Receiver;
import io.vigie.ingest.source.ResultLines;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.UnreadableFile;
import io.vigie.ingest.source.Unzipped;
import io.vigie.ingest.store.ImportReports;
import io.vigie.ingest.stream.Delivery;
import io.vigie.ingest.stream.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes whole files: streamed in, row by row to the broker, and accounted for to the last row. */
@Path("/imports")
@Produces({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/problem+json"})
public class ImportsResource {
    private static final String VIA = "import";
    private static final int UNPROCESSABLE = 422;
    private static final int NOT_FOUND = 404;

    private final KnownSources sources;
    private final SignalIntake intake;
    private final Identities identities;
    private final Publisher publisher;
    private final Learning learning;
    private final ImportReports reports;
    private final InstantSource clock;
    private final Counters counters;

    ImportsResource(
            KnownSources sources,
            SignalIntake intake,
            Identities identities,
            Publisher publisher,
            Learning learning,
            ImportReports reports,
            InstantSource clock,
            Counters counters) {
        this.sources = sources;
        this.intake = intake;
        this.identities = identities;
        this.publisher = publisher;
        this.learning = learning;
        this.reports = reports;
        this.clock = clock;
        this.counters = counters;
    }

    @POST
    @Path("/{source}")
    @PermissionsAllowed(ImportRights.OF_SOURCE)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hands over a file of a source, plain or gzipped",
            description = "Answers with what became of every row when the broker has everything; dryRun=true publishes"
                    + " nothing and answers with the results, one a line.")
    public Response post(
            @PathParam("source") String sourceName,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body) {
        Source source = sources.named(sourceName);
        return dryRun ? show(source, body) : publish(source, body);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.IMPORTS)
    @Operation(summary = "What became of a file that was imported")
    public ImportReport get(@PathParam("id") UUID id) {
        return reports.find(id)
                .orElseThrow(() -> Problems.of(NOT_FOUND, "unknown-import", "no import has the id " + id));
    }

    private Response publish(Source source, InputStream body) {
        Delivery delivery = publisher.begin();
        LearnedAliases aliases = new LearnedAliases(learning, source.uri(), delivery, clock);
        Receiver receiver = new PublishedRows(source.uri(), source.spec().contentType(), delivery, aliases, clock);
        FileImport file = begin(source, receiver);
        String id = UUID.randomUUID().toString();
        try {
            file.run(Unzipped.of(body));
        } catch (UnreadableFile e) {
            aliases.finish();
            delivery.await();
            throw unreadable(e, kept(file.report(id)));
        }
        aliases.finish();
        delivery.await();
        return Response.ok(kept(file.report(id)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private Response show(Source source, InputStream body) {
        DryRun dryRun = new DryRun();
        try {
            ResultLines lines = dryRun.lines();
            lines.finish(reportOf(begin(source, lines), body));
            StreamingOutput answer = out -> {
                try (dryRun) {
                    dryRun.copyTo(out);
                }
            };
            return Response.ok(answer, "application/x-ndjson").build();
        } catch (RuntimeException e) {
            dryRun.close();
            throw e;
        }
    }

    private static ImportReport reportOf(FileImport file, InputStream body) {
        String id = UUID.randomUUID().toString();
        try {
            file.run(Unzipped.of(body));
            return file.report(id);
        } catch (UnreadableFile e) {
            throw unreadable(e, file.report(id));
        }
    }

    private FileImport begin(Source source, Receiver receiver) {
        return new FileImport(source, sources.lookupsOf(source), intake, identities, clock.instant(), receiver);
    }

    private ImportReport kept(ImportReport report) {
        reports.keep(report, clock.instant());
        counters.signals(VIA, report.accepted());
        counters.customers(VIA, report.customers());
        report.refusedByReason().forEach((reason, count) -> counters.refused(VIA, reason, count));
        return report;
    }

    private static RuntimeException unreadable(UnreadableFile e, ImportReport report) {
        return Problems.builder(UNPROCESSABLE, "unreadable-file", e.getMessage())
                .with("report", report)
                .build();
    }
}
