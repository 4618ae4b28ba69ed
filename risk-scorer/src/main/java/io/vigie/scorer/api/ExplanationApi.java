package io.vigie.scorer.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.explanation.Letter;
import io.vigie.scorer.explanation.LetterWriter;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.stream.CustomerObjects;
import io.vigie.scorer.stream.Questions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The answer to a customer who asks what is worked out about them, to be handed over as it stands. */
@Path("/customers/{id}/explanation")
@Blocking
public class ExplanationApi {
    private final Questions questions;
    private final WhereKept where;
    private final SignalCatalogue catalogue;
    private final Reader reader;
    private final Asked asked;

    ExplanationApi(Questions questions, WhereKept where, SignalCatalogue catalogue, Reader reader, Asked asked) {
        this.questions = questions;
        this.where = where;
        this.catalogue = catalogue;
        this.reader = reader;
        this.asked = asked;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Which data, which logic, what follows, which rights: for the customer who asks (GDPR 15)")
    public Response letter(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Optional<Instant> instant = asked.at(at);
        return where.answer(id, () -> letter(id, instant));
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN + ";qs=0.5")
    @Operation(summary = "The same as plain text")
    public Response text(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Optional<Instant> instant = asked.at(at);
        return where.answer(id, () -> letter(id, instant).text());
    }

    private Letter letter(String customer, Optional<Instant> at) {
        LetterWriter writer = new LetterWriter(catalogue, reader.wording());
        List<Entry> timeline = questions.timeline(customer);
        try {
            return questions
                    .risk(customer, at)
                    .map(risk -> writer.toScored(risk, timeline))
                    .orElseThrow(() -> Problems.nothingKnown(customer, timeline));
        } catch (CustomerObjects _) {
            return writer.toObjecting(customer, at.orElseGet(questions::now), timeline);
        }
    }
}
