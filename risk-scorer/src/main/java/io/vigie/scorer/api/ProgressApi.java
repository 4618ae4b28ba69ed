package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.stream.Questions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far the scorer has come, over all instances. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ProgressApi {
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<TickProgress> PROGRESS = new TypeReference<>() {};

    private final Questions questions;
    private final WhereKept where;

    ProgressApi(Questions questions, WhereKept where) {
        this.questions = questions;
        this.where = where;
    }

    /**
     * How far a replay's closing tick has come.
     *
     * @param passed partitions it has passed
     * @param of partitions in all
     */
    public record TickProgress(String run, long passed, long of) {}

    @GET
    @Path("counts")
    @Operation(summary = "Signals processed, duplicates found, refused; customers known")
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        where.everywhere(COUNTS, questions::counts)
                .forEach(some -> some.forEach((what, count) -> counts.merge(what, count, Long::sum)));
        return counts;
    }

    @GET
    @Path("ticks/{run}")
    @Operation(summary = "Through how many partitions a replay's closing tick has passed")
    public TickProgress tick(@PathParam("run") String run) {
        long passed = where.everywhere(PROGRESS, () -> here(run)).stream()
                .mapToLong(TickProgress::passed)
                .sum();
        return new TickProgress(run, passed, questions.partitions());
    }

    private TickProgress here(String run) {
        return new TickProgress(run, questions.passed(run), questions.partitions());
    }
}
