package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.scoring.Comparison;
import io.vigie.scorer.scoring.Drift;
import io.vigie.scorer.scoring.MonthOfModel;
import io.vigie.scorer.scoring.Past;
import io.vigie.scorer.scoring.ScoringModel;
import io.vigie.scorer.stream.ModelsInUse;
import io.vigie.scorer.stream.Tracks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How models told live customers, over all instances. */
@Path("/models/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrackApi {
    private static final TypeReference<Comparison> COMPARISON = new TypeReference<>() {};
    private static final TypeReference<Drift> DRIFT = new TypeReference<>() {};

    private final ModelsInUse models;
    private final Tracks tracks;
    private final WhereKept where;

    TrackApi(ModelsInUse models, Tracks tracks, WhereKept where) {
        this.models = models;
        this.tracks = tracks;
        this.where = where;
    }

    @GET
    @Path("comparison")
    @Operation(summary = "A shadow beside the champion, on the same customers at the same instants")
    public Comparison comparison(@PathParam("id") String id) {
        return comparison("/models/" + id + "/comparison", id);
    }

    /** The same, other instances being asked at another address that answers it. */
    public Comparison comparison(String elsewhere, String id) {
        if (!models.lineUp().knows(id)) {
            throw Problems.unknownModel(id);
        }
        String champion = models.lineUp()
                .besideWhom(id)
                .orElseThrow(() -> Problems.of(
                        Response.Status.CONFLICT,
                        "never-a-shadow",
                        "Never a shadow",
                        id + " never scored beside a champion; promote it to shadow first"));
        return where.everywhere(elsewhere, COMPARISON, () -> tracks.comparison(champion, id)).stream()
                .reduce(Comparison::with)
                .orElseThrow();
    }

    @GET
    @Path("drift")
    @Operation(
            summary =
                    "Whether a model still speaks of the customers it was learned from, or began with, month by month")
    public Drift drift(@PathParam("id") String id) {
        return drift("/models/" + id + "/drift", id);
    }

    /** The same, other instances being asked at another address that answers it. */
    public Drift drift(String elsewhere, String id) {
        Past past = models.model(id).map(ScoringModel::past).orElseThrow(() -> Problems.unknownModel(id));
        Map<String, MonthOfModel> all = new TreeMap<>();
        where.everywhere(elsewhere, DRIFT, () -> Drift.of(past, id, tracks.months(id)))
                .forEach(one -> one.sums().forEach((month, sum) -> all.merge(month, sum, MonthOfModel::with)));
        return Drift.of(past, id, all);
    }
}
