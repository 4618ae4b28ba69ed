package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.store.OfferBook;
import io.vigie.retention.store.OfferEntry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Offers over HTTP: whether they may be made, and what is left of the month's budget. */
@Path("/offers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class OfferResource {
    private final OfferBook book;
    private final SecurityIdentity identity;

    OfferResource(OfferBook book, SecurityIdentity identity) {
        this.book = book;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Offers that wait for somebody's approval, the oldest first")
    public List<OfferView> asked(@RestQuery @DefaultValue("100") int limit, @RestQuery @Nullable String after) {
        return book.asked(Asked.limit(limit), Asked.text(after).map(id -> Asked.id("task", id))).stream()
                .map(OfferView::of)
                .toList();
    }

    @GET
    @Path("/budget")
    @Operation(summary = "What this month's budgets hold, major units, and what was given or promised, minor units")
    public List<OfferBook.Spending> budget() {
        return book.spending();
    }

    @GET
    @Path("/{task}")
    @Operation(summary = "How far the offer of a task has come")
    public OfferView offer(@RestPath String task) {
        return after(task, book::find);
    }

    @POST
    @Path("/{task}/ask")
    @Operation(summary = "Ask whether an offer that costs much may be made")
    public OfferView ask(@RestPath String task, @Nullable By asking) {
        Doer by = Who.asks(identity, asking == null ? null : asking.by());
        return after(task, id -> book.ask(id, by));
    }

    @POST
    @Path("/{task}/approve")
    @Operation(summary = "Leads other than who asked: it may be made; the month's budget holds it from now on")
    public OfferView approve(@RestPath String task, @Nullable By approval) {
        Doer by = leading(approval);
        return after(task, id -> book.approve(id, by));
    }

    @POST
    @Path("/{task}/refuse")
    @Operation(summary = "Leads other than who asked: it may not be made, and why")
    public OfferView refuse(@RestPath String task, @Nullable By refusal) {
        Doer by = leading(refusal);
        String because = Asked.text(refusal == null ? null : refusal.because())
                .orElseThrow(() -> Problems.wrong("because: say why, so that whoever asked can tell the customer."));
        return after(task, id -> book.refuse(id, because, by));
    }

    private Doer leading(@Nullable By named) {
        String name = Who.leading(identity);
        return new Doer(
                identity.isAnonymous()
                        ? Asked.text(named == null ? null : named.by()).orElse(name)
                        : name,
                true);
    }

    private static OfferView after(String task, Function<UUID, Optional<OfferEntry>> step) {
        try {
            return step.apply(Asked.id("task", task))
                    .map(OfferView::of)
                    .orElseThrow(() -> Problems.unknown("offer", task));
        } catch (IllegalMove e) {
            throw Problems.conflict(e.why().word(), String.valueOf(e.getMessage()));
        }
    }

    /** Who does it, the signed-in user unless the API is open to all; and why, where that is asked. */
    public record By(@Nullable String by, @Nullable String because) {}
}
