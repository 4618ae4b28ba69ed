package io.vigie.ingest.api;

import io.quarkus.security.PermissionsAllowed;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.source.Source;
import io.vigie.ingest.source.UnreadableFile;
import io.vigie.ingest.source.Unzipped;
import io.vigie.ingest.store.Lookups;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists the kinds of files that can be imported, and takes the files that they are joined with. */
@Path("/sources")
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class SourcesResource {
    private static final int UNPROCESSABLE = 422;

    private final KnownSources sources;
    private final Lookups lookups;

    SourcesResource(KnownSources sources, Lookups lookups) {
        this.sources = sources;
        this.lookups = lookups;
    }

    @GET
    @RolesAllowed({Scopes.SIGNALS, Scopes.CUSTOMERS, Scopes.IMPORTS})
    @Operation(summary = "The kinds of files that can be imported")
    public List<Listed> list() {
        return sources.all().stream().map(Listed::of).toList();
    }

    @PUT
    @Path("/{source}/lookups/{name}")
    @PermissionsAllowed(ImportRights.OF_SOURCE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Replaces a lookup that a source declares by a CSV file, plain or gzipped")
    public Uploaded put(@PathParam("source") String sourceName, @PathParam("name") String name, InputStream body) {
        Source source = sources.named(sourceName);
        try {
            long rows = lookups.replace(source.name(), name, sources.lookup(source, name), Unzipped.of(body));
            return new Uploaded(source.name(), name, rows);
        } catch (UnreadableFile e) {
            throw Problems.of(UNPROCESSABLE, "unreadable-file", e.getMessage() + "; the lookup stays as it was");
        }
    }

    /** A source as the list shows it. */
    public record Listed(
            String name,
            String description,
            String format,
            List<String> columns,
            List<String> groupBy,
            Set<String> lookups) {
        static Listed of(Source source) {
            return new Listed(
                    source.name(),
                    source.spec().description(),
                    source.spec().format().word(),
                    source.spec().columns(),
                    source.spec().groupBy(),
                    new TreeSet<>(source.spec().lookups().keySet()));
        }
    }

    /** A lookup that was taken. */
    public record Uploaded(String source, String name, long rows) {}
}
