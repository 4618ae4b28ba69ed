package io.vigie.retention.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.retention.policy.Policy;
import io.vigie.retention.policy.PolicyText;
import io.vigie.retention.policy.ReadOut;
import io.vigie.retention.policy.ReadRow;
import io.vigie.retention.policy.Wording;
import io.vigie.retention.store.PolicyMove;
import io.vigie.retention.store.PolicyShelf;
import io.vigie.retention.store.PolicyVersion;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Versions of the policy over HTTP: draft, approve, publish, read and compare. */
@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PolicyResource {
    private final PolicyShelf shelf;
    private final SecurityIdentity identity;

    PolicyResource(PolicyShelf shelf, SecurityIdentity identity) {
        this.shelf = shelf;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "All versions and how far each has come, the latest first")
    public List<PolicyVersion> versions() {
        return shelf.versions();
    }

    @POST
    @Operation(summary = "Draft a version; 422 names each row or figure that is wrong and how to mend it")
    public Response draft(@Nullable Draft draft) {
        if (draft == null || draft.table() == null || draft.figures() == null) {
            throw Problems.wrong("Send {\"table\": DMN, \"figures\": policy.yaml} as JSON, both as text.");
        }
        PolicyText text = new PolicyText(draft.table(), draft.figures());
        return Response.fromResponse(answer(() -> shelf.draft(text, me())))
                .status(Response.Status.CREATED)
                .build();
    }

    @GET
    @Path("/{version}")
    @Operation(summary = "One version as it is written, and read out")
    public Response find(@RestPath String version, @RestQuery @DefaultValue("en") String lang) {
        PolicyVersion kept = known(version);
        Policy policy = read(version);
        Wording wording = new Wording(lang);
        return Response.ok(new Whole(
                        kept,
                        policy.text(),
                        policy.readOut().rows().stream()
                                .map(row -> new RowInWords(row, wording.of(row)))
                                .toList(),
                        policy.readOut().figures(lang)))
                .tag(new EntityTag(kept.tag()))
                .build();
    }

    @GET
    @Path("/{version}/difference")
    @Operation(summary = "What a version has other than an older one, in words")
    public List<String> difference(
            @RestPath String version, @RestQuery @Nullable String from, @RestQuery @DefaultValue("en") String lang) {
        String older = Asked.text(from)
                .orElseThrow(() -> Problems.wrong("from: name the version to compare with, such as ?from=default-2."));
        return new Wording(lang).of(read(version).readOut().since(read(older).readOut()));
    }

    @POST
    @Path("/{version}/approval")
    @Operation(summary = "Approve a draft; by another person than its author")
    public Response approve(@RestPath String version, @HeaderParam("If-Match") @Nullable String tag) {
        PolicyVersion known = known(version);
        return answer(() -> shelf.approve(known.version(), me(), Asked.tag(tag)));
    }

    @POST
    @Path("/{version}/publication")
    @Operation(summary = "Let an approved version go live, at once or from an instant on")
    public Response publish(
            @RestPath String version,
            @HeaderParam("If-Match") @Nullable String tag,
            @Nullable Publication publication) {
        PolicyVersion known = known(version);
        return answer(() -> shelf.publish(
                known.version(),
                Asked.text(publication == null ? null : publication.from()).map(from -> Asked.instant("from", from)),
                me(),
                Asked.tag(tag)));
    }

    /** Who is signed in and nobody else: two people have to be told apart. */
    private String me() {
        return identity.getPrincipal().getName();
    }

    private PolicyVersion known(String version) {
        return shelf.find(version).orElseThrow(() -> Problems.unknown("policy", version));
    }

    private Policy read(String version) {
        return shelf.read(version).orElseThrow(() -> Problems.unknown("policy", version));
    }

    private static Response answer(Supplier<PolicyVersion> step) {
        try {
            PolicyVersion version = step.get();
            return Response.ok(version).tag(new EntityTag(version.tag())).build();
        } catch (PolicyMove e) {
            throw problem(e);
        }
    }

    private static HttpProblem problem(PolicyMove move) {
        String why = String.valueOf(move.getMessage());
        return switch (move.kind()) {
            case FLAWED -> Problems.flawed(why, move.flaws());
            case OUT_OF_TURN -> Problems.conflict("policy-out-of-turn", "Policy out of turn", why);
            case STALE -> Problems.stale(why);
        };
    }

    /**
     * @param table a DMN decision table, as text
     * @param figures {@code policy.yaml}, as text
     */
    public record Draft(@Nullable String table, @Nullable String figures) {}

    /**
     * @param from when it goes live; as soon as can be unless said
     */
    public record Publication(@Nullable String from) {}

    /** A version whole. */
    public record Whole(
            PolicyVersion version, PolicyText text, List<RowInWords> rows, List<ReadOut.FigureInUse> figures) {}

    /** A row, and the same as a sentence. */
    public record RowInWords(ReadRow row, String sentence) {}
}
