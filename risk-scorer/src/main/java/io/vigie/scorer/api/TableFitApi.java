package io.vigie.scorer.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.scorer.ScorerSettings;
import io.vigie.scorer.learning.file.TableModelFile;
import io.vigie.scorer.learning.table.Lesson;
import io.vigie.scorer.learning.table.TableProblem;
import io.vigie.scorer.learning.table.TableQuestion;
import io.vigie.scorer.stream.TableLearning;
import io.vigie.scorer.stream.TableTooLarge;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Learning a model from a table that is sent; how far it is, and calling it off, as of any fit. */
@Path("/models/fit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TableFitApi {
    private static final String PATH = "/models/fit";

    private final FitApi fits;
    private final TableLearning learning;
    private final WhereKept where;
    private final ScorerSettings settings;

    TableFitApi(FitApi fits, TableLearning learning, WhereKept where, ScorerSettings settings) {
        this.fits = fits;
        this.learning = learning;
        this.where = where;
        this.settings = settings;
    }

    /**
     * What is asked of a table.
     *
     * @param left {@code COLUMN} or {@code COLUMN=VALUE} for who has left
     * @param id the column that names the customer
     * @param keep, ignore columns to learn from all the same, and not at all
     */
    public record Wanted(Optional<String> left, Optional<String> id, Set<String> keep, Set<String> ignore, long seed) {}

    @POST
    @Consumes({"text/csv", "text/tab-separated-values", "application/gzip"})
    @Operation(summary = "Begins to learn a model from a table of present and former customers")
    public Response begin(
            @Nullable InputStream table,
            @QueryParam("left") Optional<String> left,
            @QueryParam("id") Optional<String> id,
            @QueryParam("keep") Set<String> keep,
            @QueryParam("ignore") Set<String> ignore,
            @QueryParam("seed") @DefaultValue("1") long seed) {
        return begin(
                PATH,
                Optional.ofNullable(table).orElseGet(InputStream::nullInputStream),
                new Wanted(left, id, keep, ignore, seed));
    }

    /** The same, other instances being asked at another address whether they learn already. */
    public Response begin(String elsewhere, InputStream table, Wanted wanted) {
        String left = wanted.left()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> wrong("left must name the column, COLUMN or COLUMN=VALUE, by which a customer has left"));
        fits.checkFree(elsewhere);
        Lesson lesson = read(table, left, wanted);
        return fits.begun(elsewhere, () -> learning.begin(lesson, wanted.seed(), fits.by()));
    }

    private Lesson read(InputStream table, String left, Wanted wanted) {
        Optional<String> id = wanted.id().map(String::strip).filter(text -> !text.isEmpty());
        try {
            return learning.read(
                            table,
                            settings.largestTable().asLongValue(),
                            file -> new TableQuestion(file, id, left, wanted.keep(), wanted.ignore()))
                    .orElseThrow(FitApi::underWay);
        } catch (TableProblem problem) {
            throw wrong(problem.why());
        } catch (TableTooLarge e) {
            throw Problems.of(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE,
                    "table-too-large",
                    "Table too large",
                    String.valueOf(e.getMessage()));
        }
    }

    @GET
    @Path("{fit}/model")
    @Operation(summary = "The model file that learning from a table came to, as ./vigie train --table --model gives it")
    public Response file(@PathParam("fit") String fit) {
        return learning.file(fit)
                .map(TableModelFile::bytes)
                .map(bytes -> Response.ok(bytes)
                        .header("Content-Disposition", "attachment; filename=\"model.json\"")
                        .build())
                .or(where::answeredElsewhere)
                .orElseThrow(
                        () -> Problems.of(
                                Response.Status.NOT_FOUND,
                                "unknown-fit",
                                "Unknown fit",
                                "no instance that answers keeps a table's model of a fit \"" + fit
                                        + "\": it is kept until another table is learned from, or the instance is started anew"));
    }

    private static RuntimeException wrong(String detail) {
        return Problems.unprocessable("wrong-table", "Wrong table", detail);
    }
}
