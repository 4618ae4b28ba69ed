package io.vigie.retention.api;

import io.vigie.retention.policy.Policy;
import io.vigie.retention.rehearsal.ControlComparison;
import io.vigie.retention.rehearsal.Effect;
import io.vigie.retention.rehearsal.Finding;
import io.vigie.retention.rehearsal.PastRisks;
import io.vigie.retention.rehearsal.Result;
import io.vigie.retention.rehearsal.Span;
import io.vigie.retention.store.PolicyShelf;
import io.vigie.retention.store.Rehearsals;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A version of the policy tried on the risks and the decisions of the past. */
@Path("/policies/{version}/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RehearsalResource {
    private final PolicyShelf shelf;
    private final Rehearsals rehearsals;

    RehearsalResource(PolicyShelf shelf, Rehearsals rehearsals) {
        this.shelf = shelf;
        this.rehearsals = rehearsals;
    }

    @POST
    @Operation(
            summary = "What a version would have done with the risks of the past beside the live one, and what past"
                    + " decisions tell of its effect")
    public Rehearsed simulate(@RestPath String version, @Nullable During during) {
        String live = shelf.live();
        Policy draft = read(version);
        Rehearsals.Rehearsal rehearsal = rehearsed(read(live), draft, span(during));
        return new Rehearsed(
                live,
                version,
                rehearsal.result(),
                rehearsal.effect(),
                rehearsal.acting(),
                says(rehearsal.effect().finding()));
    }

    private Span span(@Nullable During during) {
        During asked = Optional.ofNullable(during).orElse(During.USUAL);
        try {
            return rehearsals.span(
                    asked.from().map(text -> Asked.instant("from", text)),
                    asked.to().map(text -> Asked.instant("to", text)));
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        }
    }

    private Rehearsals.Rehearsal rehearsed(Policy live, Policy draft, Span span) {
        try {
            return rehearsals.of(live, draft, span);
        } catch (PastRisks.Unreachable e) {
            throw Problems.away("Kafka does not answer, so past risks cannot be read; try again in a minute.");
        }
    }

    private Policy read(String version) {
        return shelf.read(version).orElseThrow(() -> Problems.unknown("policy", version));
    }

    private static String says(Finding finding) {
        return switch (finding) {
            case KEEPS_MORE -> "Past decisions tell that this version keeps more than the live one.";
            case KEEPS_LESS -> "Past decisions tell that this version keeps less than the live one.";
            case NO_CLEAR_DIFFERENCE -> "Past decisions show no clear difference: it may keep more or less.";
            case SAME -> "It would have taken every past decision alike.";
            case NOTHING_KNOWN_YET ->
                "The data cannot tell: no decision is 90 days old yet, so no outcome is known. Ask again later.";
            case NOT_CARRIED_OUT ->
                "The data cannot tell: most of what was decided was never done, so its outcomes say nothing of acting.";
            case NO_OVERLAP ->
                "The data cannot tell: what this version would do otherwise had no chance of being done. Raise"
                        + " \"exploration\" or the control group's share in the live policy, and ask again in some months.";
            case SELDOM_DONE ->
                "The data cannot tell yet: what this version would do otherwise was done too seldom. Ask again later, or"
                        + " raise \"exploration\" in the live policy.";
        };
    }

    /**
     * Which part of the past is gone through; the last ninety days unless said.
     *
     * @param from instant
     * @param to instant
     */
    public record During(Optional<String> from, Optional<String> to) {
        static final During USUAL = new During(Optional.empty(), Optional.empty());
    }

    /**
     * What two versions would do with the same customers.
     *
     * @param effect what past decisions tell of the difference, and whether they can
     * @param acting what acting at all has kept so far, by the control group
     * @param says what the effect comes to, as a sentence
     */
    public record Rehearsed(
            String live, String draft, Result result, Effect effect, ControlComparison.Acting acting, String says) {}
}
