package io.vigie.ingest.api.imports;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.keys.ImportRights;
import io.vigie.ingest.api.sources.KnownSources;
import io.vigie.ingest.source.ImportReport;
import io.vigie.ingest.source.RefusedFile;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.store.ImportJob;
import io.vigie.ingest.store.ImportProgress;
import io.vigie.ingest.store.ImportReports;
import io.vigie.ingest.store.RefusedRows;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells how far files have come, and gives back their rows that were refused. */
@Path("/imports")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class ProgressResource {
    private static final int NOT_FOUND = 404;

    private final KnownSources sources;
    private final ImportProgress jobs;
    private final ImportReports reports;
    private final RefusedRows refused;
    private final SecurityIdentity identity;

    ProgressResource(
            KnownSources sources,
            ImportProgress jobs,
            ImportReports reports,
            RefusedRows refused,
            SecurityIdentity identity) {
        this.sources = sources;
        this.jobs = jobs;
        this.reports = reports;
        this.refused = refused;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed(ImportRights.OF_ANY)
    @Operation(summary = "The newest imports that are the caller's to see, and how far each has come")
    public List<ImportJob> list() {
        return identity.hasRole(Scopes.IMPORTS) ? jobs.newest() : jobs.newest(ImportRights.sourcesOf(identity));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(ImportRights.OF_IMPORT)
    @Operation(
            summary =
                    "How far an import has come, and what became of the rows: of all at its end, until then up to the last checkpoint")
    public Object get(@PathParam("id") UUID id) {
        Optional<ImportReport> report = reports.find(id).or(() -> jobs.tally(id));
        return jobs.find(id)
                .<Object>map(job -> ImportView.of(job, report))
                .or(() -> report)
                .orElseThrow(() -> unknown(id));
    }

    @GET
    @Path("/{id}/refused")
    @PermissionsAllowed(ImportRights.OF_IMPORT)
    @Produces({"text/csv", "application/x-ndjson", "application/problem+json"})
    @Operation(
            summary = "The rows that an import refused, as a file of the same source",
            description =
                    "Each row ends with why, in vigie_reason and vigie_detail; mended, the file can be imported as"
                            + " it is, for an import reads over these two.")
    public Response refused(@PathParam("id") UUID id) {
        ImportJob job = jobs.find(id).orElseThrow(() -> unknown(id));
        Source source = sources.named(job.source());
        StreamingOutput answer = out -> {
            RefusedFile file = new RefusedFile(source.spec(), refused.header(id), out);
            refused.each(id, row -> file.add(row.raw(), row.reason(), row.detail()));
        };
        return Response.ok(answer, source.spec().contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + source.name() + "-refused."
                                + source.spec().format().word() + "\"")
                .build();
    }

    private static RuntimeException unknown(UUID id) {
        return Problems.of(NOT_FOUND, "unknown-import", "no import has the id " + id);
    }
}
