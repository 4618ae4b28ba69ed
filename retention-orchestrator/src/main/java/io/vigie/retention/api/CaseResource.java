package io.vigie.retention.api;

import io.vigie.retention.store.CaseStatus;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.ContactCards;
import io.vigie.retention.store.Relations;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Cases over HTTP, each with its reasons and tasks. */
@Path("/cases")
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    private final Cases cases;
    private final ContactCards cards;
    private final Relations relations;

    CaseResource(Cases cases, ContactCards cards, Relations relations) {
        this.cases = cases;
        this.cards = cards;
        this.relations = relations;
    }

    @GET
    @Operation(summary = "Cases, the latest first")
    public List<CaseView> cases(
            @RestQuery @Nullable String customer,
            @RestQuery @Nullable String status,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable String after) {
        return cases
                .find(
                        Asked.text(customer),
                        Asked.word("status", CaseStatus.class, status),
                        Asked.limit(limit),
                        Asked.text(after).map(id -> Asked.id("case", id)))
                .stream()
                .map(CaseView::of)
                .toList();
    }

    @GET
    @Path("/{id}/contacts")
    @Operation(summary = "How to reach the customer of a case, whom to speak to there, and whom they belong to")
    public ContactsView contacts(@RestPath String id) {
        String customer = cases.find(Asked.id("case", id))
                .orElseThrow(() -> Problems.unknown("case", id))
                .opening()
                .customer();
        return ContactsView.of(cards.find(customer), relations.of(customer));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One case with its reasons and tasks")
    public CaseView find(@RestPath String id) {
        return cases.find(Asked.id("case", id)).map(CaseView::of).orElseThrow(() -> Problems.unknown("case", id));
    }
}
