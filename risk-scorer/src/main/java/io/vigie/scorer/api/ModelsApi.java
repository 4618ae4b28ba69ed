package io.vigie.scorer.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.events.model.ModelDropped;
import io.vigie.events.model.ModelState;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.scoring.ExpertModel;
import io.vigie.scorer.scoring.LineUp;
import io.vigie.scorer.stream.ModelRegistry;
import io.vigie.scorer.stream.ModelsInUse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The models that are known, and which of them speaks. */
@Path("/models")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ModelsApi {
    private final ModelsInUse models;
    private final ModelRegistry registry;
    private final Answerable answerable;

    ModelsApi(ModelsInUse models, ModelRegistry registry, Answerable answerable) {
        this.models = models;
        this.registry = registry;
        this.answerable = answerable;
    }

    /**
     * All models.
     *
     * @param champion id of the one that speaks
     * @param before id of the one that spoke before it, to which rolling back leads
     * @param models the scorecard first, then as they were admitted
     * @param dropped what is known no longer: who answers for it, and why
     */
    public record Models(
            String champion,
            Optional<String> before,
            Optional<String> shadow,
            List<ModelLine> models,
            List<ModelDropped> dropped) {}

    @GET
    @Operation(summary = "All models, where each stands, and how well each told")
    public Models all() {
        LineUp lineUp = models.lineUp();
        Stream<ModelLine> admitted = lineUp.admitted().values().stream().map(one -> ModelLine.of(one, lineUp));
        return new Models(
                lineUp.champion(),
                lineUp.before(),
                lineUp.shadow(),
                Stream.concat(Stream.of(ModelLine.ofTheExperts(lineUp)), admitted)
                        .toList(),
                List.copyOf(lineUp.dropped().values()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A model's whole file; of the scorecard, what it goes by")
    public Response file(@PathParam("id") String id) {
        if (id.equals(ExpertModel.ID)) {
            return Response.ok(models.experts().file()).build();
        }
        return models.file(id).map(text -> Response.ok(text).build()).orElseThrow(() -> Problems.unknownModel(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Admits a model file as a candidate")
    public Response admit(@Nullable String file) {
        String by = answerable.by(Optional.empty());
        try {
            String id = registry.admit(ModelFile.read(file == null ? "" : file), by);
            return Response.created(URI.create("/models/" + id))
                    .entity(line(id))
                    .build();
        } catch (IllegalArgumentException e) {
            throw Problems.unprocessable("wrong-model", "Wrong model", String.valueOf(e.getMessage()));
        }
    }

    /**
     * What to do with a model, and who answers for it.
     *
     * @param to {@code shadow}, {@code champion} or {@code retired}
     * @param by who answers for it, where nobody is signed in
     */
    public record Promotion(Optional<ModelState> to, Optional<String> by, Optional<String> because) {
        public Promotion {
            to = to == null ? Optional.empty() : to;
            by = by == null ? Optional.empty() : by;
            because = because == null ? Optional.empty() : because;
        }

        /** As a form has it; of a state that there is not, none. */
        public static Promotion filledIn(@Nullable String to, @Nullable String because) {
            Optional<ModelState> state = Arrays.stream(ModelState.values())
                    .filter(one -> one.word().equals(to))
                    .findFirst();
            return new Promotion(state, Optional.empty(), Optional.ofNullable(because));
        }
    }

    @POST
    @Path("{id}/promotion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Moves a model to shadow, to champion, or out of use, on every instance at once")
    public ModelLine promote(@PathParam("id") String id, @Nullable Promotion promotion) {
        if (!models.lineUp().knows(id)) {
            throw Problems.unknownModel(id);
        }
        ModelState to = Optional.ofNullable(promotion)
                .flatMap(Promotion::to)
                .filter(state -> state != ModelState.CANDIDATE)
                .orElseThrow(() -> Answerable.wrong("to must be shadow, champion or retired"));
        String because = Answerable.because(Optional.ofNullable(promotion).flatMap(Promotion::because));
        String by = answerable.by(promotion.by());
        if (to != ModelState.RETIRED) {
            checkThatItSpeaks(id);
        }
        if (!models.lineUp().mayMove(id, to) || !registry.move(id, to, false, by, because)) {
            throw Problems.of(
                    Response.Status.CONFLICT,
                    "model-cannot-move",
                    "The model cannot move there",
                    id + " is " + models.lineUp().state(id).word() + "; the champion leaves by another's promotion or"
                            + " by POST /models/rollback, and only a shadow can be retired");
        }
        return line(id);
    }

    @POST
    @Path("rollback")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Goes back to the champion before this one, on every instance at once")
    public ModelLine rollBack(@Nullable Promotion promotion) {
        String because = Answerable.because(Optional.ofNullable(promotion).flatMap(Promotion::because));
        String by = answerable.by(Optional.ofNullable(promotion).flatMap(Promotion::by));
        models.lineUp().before().ifPresent(this::checkThatItSpeaks);
        return models.lineUp()
                .before()
                .filter(before -> registry.move(before, ModelState.CHAMPION, true, by, because))
                .map(this::line)
                .orElseThrow(() -> Problems.of(
                        Response.Status.CONFLICT,
                        "nothing-before",
                        "Nothing to go back to",
                        "no champion came before " + models.lineUp().champion()
                                + ", or somebody else went back first"));
    }

    /** Else the scorecard would speak for it, and no instance be ready. */
    private void checkThatItSpeaks(String id) {
        models.obstacle(id).ifPresent(why -> {
            throw Problems.unprocessable("wrong-model", "Wrong model", id + " cannot speak here: " + why);
        });
    }

    private ModelLine line(String id) {
        LineUp lineUp = models.lineUp();
        return Optional.ofNullable(lineUp.admitted().get(id))
                .map(model -> ModelLine.of(model, lineUp))
                .orElseGet(() -> ModelLine.ofTheExperts(lineUp));
    }
}
