package io.vigie.retention.api;

import io.vigie.retention.policy.Policy;
import io.vigie.retention.rehearsal.ControlComparison;
import io.vigie.retention.rehearsal.Effect;
import io.vigie.retention.rehearsal.Finding;
import io.vigie.retention.rehearsal.Simulation;
import io.vigie.retention.store.PolicyShelf;
import io.vigie.retention.store.Rehearsals;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** A version of the policy tried on everybody as they are, and on what was decided before. */
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
            summary =
                    "What a version would do with everybody as they are now beside the live one, and what past decisions"
                            + " tell of its effect")
    public Rehearsed simulate(@RestPath String version) {
        String live = shelf.live();
        Rehearsals.Rehearsal rehearsal = rehearsals.of(read(live), read(version));
        return new Rehearsed(
                live,
                version,
                rehearsal.result(),
                rehearsal.effect(),
                rehearsal.acting(),
                says(rehearsal.effect().finding()));
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
     * What two versions would do with the same customers.
     *
     * @param effect what past decisions tell of the difference, and whether they can
     * @param acting what acting at all has kept so far, by the control group
     * @param says what the effect comes to, as a sentence
     */
    public record Rehearsed(
            String live,
            String draft,
            Simulation.Result result,
            Effect effect,
            ControlComparison.Acting acting,
            String says) {}
}
