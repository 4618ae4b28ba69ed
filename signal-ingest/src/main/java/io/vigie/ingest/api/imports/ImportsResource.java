package io.vigie.ingest.api.imports;

import io.quarkus.security.PermissionsAllowed;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.keys.ImportRights;
import io.vigie.ingest.api.sources.KnownSources;
import io.vigie.ingest.source.FileImport;
import io.vigie.ingest.source.ImportReport;
import io.vigie.ingest.source.ResultLines;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.UnreadableFile;
import io.vigie.ingest.source.Unzipped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Takes whole files: streamed in, row by row to the broker, and accounted for to the last row. */
@Path("/imports")
@Produces({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/problem+json"})
public class ImportsResource {
    private static final int UNPROCESSABLE = 422;

    private final KnownSources sources;
    private final Imports imports;
    private final KeptImports kept;

    ImportsResource(KnownSources sources, Imports imports, KeptImports kept) {
        this.sources = sources;
        this.imports = imports;
        this.kept = kept;
    }

    @POST
    @Path("/{source}")
    @PermissionsAllowed(ImportRights.OF_SOURCE)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hands over a file of a source, plain or gzipped",
            description =
                    "Answers with what became of every row when the broker has everything; dryRun=true publishes"
                            + " nothing and answers with the results, one a line. With async=true or Prefer: respond-async the"
                            + " answer is 202 once the file is kept, and GET of its Location tells the progress. A file that says"
                            + " which it is, by Repr-Digest or, where it is waited for, Content-Length, goes on where an import of it was cut.")
    public Response post(
            @PathParam("source") String sourceName,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("async") @DefaultValue("false") boolean async,
            @QueryParam("name") Optional<String> fileName,
            @HeaderParam("Prefer") @DefaultValue("") String prefer,
            @HeaderParam("Repr-Digest") @Nullable String digest,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length,
            InputStream body) {
        Source source = sources.named(sourceName);
        if (dryRun) {
            return show(source, body);
        }
        if (async || prefer.contains("respond-async")) {
            return begun(kept.begin(source, FileMark.ofKept(Optional.ofNullable(digest), body)));
        }
        FileMark file = FileMark.of(Optional.ofNullable(digest), fileName, Optional.ofNullable(length), body);
        return Response.ok(imports.begin(source, file.mark()).run(file.body()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response begun(RunningImport running) {
        return Response.accepted(Map.of("id", running.id(), "skipped", running.skipped()))
                .location(URI.create("/imports/" + running.id()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private Response show(Source source, InputStream body) {
        DryRun dryRun = new DryRun();
        try {
            ResultLines lines = dryRun.lines();
            lines.finish(reportOf(imports.over(source, lines), body));
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
            throw Problems.builder(UNPROCESSABLE, "unreadable-file", String.valueOf(e.getMessage()))
                    .with("report", file.report(id))
                    .build();
        }
    }
}
