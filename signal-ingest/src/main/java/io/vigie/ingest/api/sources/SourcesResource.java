package io.vigie.ingest.api.sources;

import io.quarkus.security.PermissionsAllowed;
import io.vigie.ingest.access.Scopes;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.api.answers.Spooled;
import io.vigie.ingest.api.keys.ImportRights;
import io.vigie.ingest.source.LookupSpec;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists what can be handed over by a source, and takes the files that imports are joined with. */
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
    @Operation(summary = "The sources: kinds of files for imports, and systems that post by themselves")
    public List<Listed> list() {
        return sources.all().stream().map(this::listed).toList();
    }

    @GET
    @Path("/{source}")
    @RolesAllowed({Scopes.SIGNALS, Scopes.CUSTOMERS, Scopes.IMPORTS})
    @Operation(summary = "One source, with what is wrong with its folder where a change to it is broken")
    public Listed get(@PathParam("source") String name) {
        return listed(sources.named(name));
    }

    private Listed listed(Source source) {
        return Listed.of(source, sources.isOwn(source), sources.faultOf(source));
    }

    @PUT
    @Path("/{source}/lookups/{name}")
    @PermissionsAllowed(ImportRights.OF_SOURCE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Replaces a lookup that a source declares by a CSV file, plain or gzipped")
    public Uploaded put(@PathParam("source") String sourceName, @PathParam("name") String name, InputStream body) {
        Source source = sources.named(sourceName);
        LookupSpec rule = sources.lookup(source, name);
        try (Spooled spooled = Spooled.of(body);
                InputStream file = spooled.open()) {
            return new Uploaded(source.name(), name, lookups.replace(source.name(), name, rule, Unzipped.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFile e) {
            throw Problems.of(UNPROCESSABLE, "unreadable-file", e.getMessage() + "; the lookup stays as it was");
        }
    }

    /**
     * A source as the list shows it.
     *
     * @param own whether the folder is the company's, not one that ships
     * @param auth the scheme by which its sender is known
     * @param error what is wrong with the folder as it stands now, while the last good version is used
     */
    public record Listed(
            String name,
            String description,
            String format,
            boolean own,
            Optional<String> auth,
            Optional<String> error,
            List<String> columns,
            List<String> groupBy,
            Set<String> lookups) {
        static Listed of(Source source, boolean own, Optional<String> error) {
            return new Listed(
                    source.name(),
                    source.spec().description(),
                    source.spec().format().word(),
                    own,
                    source.spec().auth().map(auth -> auth.scheme().word()),
                    error,
                    source.spec().columns(),
                    source.spec().groupBy(),
                    new TreeSet<>(source.spec().lookups().keySet()));
        }
    }

    /** A lookup that was taken. */
    public record Uploaded(String source, String name, long rows) {}
}
