package io.vigie.scorer.api;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.stream.Instance;
import io.vigie.scorer.stream.Questions;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    private final OtherInstances others;

    ProgressApi(Questions questions, OtherInstances others) {
        this.questions = questions;
        this.others = others;
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
    public Map<String, Long> counts(@QueryParam("local") @DefaultValue("false") boolean local) {
        Map<String, Long> counts = new LinkedHashMap<>(questions.counts());
        if (!local) {
            for (Instance host : others.all()) {
                others.ask(host, "/counts?local=true", COUNTS)
                        .forEach((what, count) -> counts.merge(what, count, Long::sum));
            }
        }
        return counts;
    }

    @GET
    @Path("ticks/{run}")
    @Operation(summary = "Through how many partitions a replay's closing tick has passed")
    public TickProgress tick(@PathParam("run") String run, @QueryParam("local") @DefaultValue("false") boolean local) {
        long passed = questions.passed(run);
        if (!local) {
            String path =
                    "/ticks/" + URLEncoder.encode(run, StandardCharsets.UTF_8).replace("+", "%20");
            for (Instance host : others.all()) {
                passed += others.ask(host, path + "?local=true", PROGRESS).passed();
            }
        }
        return new TickProgress(run, passed, questions.partitions());
    }
}
