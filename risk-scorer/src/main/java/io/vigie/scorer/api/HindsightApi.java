package io.vigie.scorer.api;

import io.smallrye.common.annotation.Blocking;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.signal.Signal;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Entry;
import io.vigie.scorer.stream.Questions;
import io.vigie.scorer.watch.Hindsight;
import io.vigie.scorer.watch.WhatIf;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What moved a customer's risk, and what would. */
@Path("/customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class HindsightApi {
    private final Questions questions;
    private final WhereKept where;
    private final SignalCatalogue catalogue;
    private final Hindsight hindsight;
    private final Asked asked;
    private final Clock clock;

    HindsightApi(
            Questions questions,
            WhereKept where,
            SignalCatalogue catalogue,
            Hindsight hindsight,
            Asked asked,
            Clock clock) {
        this.questions = questions;
        this.where = where;
        this.catalogue = catalogue;
        this.hindsight = hindsight;
        this.asked = asked;
        this.clock = clock;
    }

    @GET
    @Path("ledger")
    @Operation(summary = "By how much each entry of the timeline, and the time between, moved the probability")
    public Response ledger(@PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Optional<Instant> instant = asked.at(at);
        return where.answer(id, () -> {
            Instant asOf = instant.orElseGet(questions::now);
            List<Entry> timeline = scored(id, asOf);
            return hindsight.ledger(timeline, id, asOf).orElseThrow(() -> Problems.nothingKnown(id, timeline));
        });
    }

    @POST
    @Path("risk/what-if")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What signals that did not happen would change; nothing is kept")
    public Response whatIf(@PathParam("id") String id, @Nullable WhatIfQuestion question) {
        if (question == null) {
            throw Problems.wrongSignals(List.of("the body must hold signals"));
        }
        return where.answer(id, question, () -> whatIfHere(id, question));
    }

    private WhatIf whatIfHere(String id, WhatIfQuestion question) {
        Instant asOf = question.asOf(questions.now());
        List<Signal> signals = question.signals(id, asOf);
        List<String> faults = question.faults(catalogue, signals, asOf, clock.instant());
        if (!faults.isEmpty()) {
            throw Problems.wrongSignals(faults);
        }
        List<Entry> besides = signals.stream().<Entry>map(Entry.Happened::new).toList();
        List<Entry> timeline = scored(id, asOf);
        if (WhatIfQuestion.reachesBack(signals, timeline)) {
            throw Problems.nothingKnown(id, timeline);
        }
        return hindsight.whatIf(timeline, besides, id, asOf).orElseThrow(() -> Problems.nothingKnown(id, timeline));
    }

    /** The timeline of a customer who may be scored: asking for the risk first refuses those who object. */
    private List<Entry> scored(String customer, Instant asOf) {
        Optional<RiskAssessed> risk = questions.risk(customer, Optional.of(asOf));
        List<Entry> timeline = questions.timeline(customer);
        if (risk.isEmpty()) {
            throw Problems.nothingKnown(customer, timeline);
        }
        return timeline;
    }
}
