package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.VisitDesk;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Visit;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.Queues;
import io.vigie.retention.store.Visits;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The visit of a task over HTTP: book it, move it, call it off, print what the visitor takes along. */
@Path("/tasks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class VisitResource {
    private final VisitDesk desk;
    private final Visits visits;
    private final Queues queues;
    private final Company company;
    private final SecurityIdentity identity;

    VisitResource(VisitDesk desk, Visits visits, Queues queues, Company company, SecurityIdentity identity) {
        this.desk = desk;
        this.visits = visits;
        this.queues = queues;
        this.company = company;
        this.identity = identity;
    }

    @GET
    @Path("/visit")
    @Operation(summary = "The visit as it was last agreed")
    public Visit visit(@RestPath String id) {
        return visits.find(task(id).id()).orElseThrow(() -> Problems.unknown("visit", id));
    }

    @PUT
    @Path("/visit")
    @Operation(summary = "Book a visit, or change it; host and guests get a calendar entry by e-mail, the host a brief")
    public Visit book(@RestPath String id, @Nullable Wanted wanted) {
        QueuedTask task = task(id);
        try {
            return desk.book(task.caseId(), visit(task.id(), wanted), me());
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        } catch (VisitDesk.NoVisit e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        }
    }

    @DELETE
    @Path("/visit")
    @Operation(summary = "Call a visit off; everybody who was invited is told")
    public Visit cancel(@RestPath String id) {
        QueuedTask task = task(id);
        return desk.cancel(task.caseId(), task.id(), me()).orElseThrow(() -> Problems.unknown("visit", id));
    }

    @GET
    @Path("/brief")
    @Produces("application/pdf")
    @Operation(summary = "One page on the customer for who carries out the task, as PDF/A")
    public byte[] brief(@RestPath String id) {
        QueuedTask task = task(id);
        return desk.brief(task.caseId(), task.id(), company.language())
                .orElseThrow(() -> Problems.unknown("brief", id));
    }

    private static Visit visit(UUID task, @Nullable Wanted wanted) {
        if (wanted == null || wanted.start() == null || wanted.end() == null || wanted.host() == null) {
            throw new IllegalArgumentException(
                    "Send {\"start\": …, \"end\": …, \"host\": an e-mail address, \"place\": …, \"guests\": […]}");
        }
        return new Visit(
                task,
                0,
                false,
                Asked.within("start", wanted.start()),
                Asked.within("end", wanted.end()),
                Asked.text(wanted.place()).orElse(""),
                wanted.host(),
                wanted.guests() == null ? List.of() : wanted.guests());
    }

    private QueuedTask task(String id) {
        return queues.find(Asked.id("task", id)).orElseThrow(() -> Problems.unknown("task", id));
    }

    private String me() {
        return Who.is(identity);
    }

    /** A visit as somebody wants it. */
    public record Wanted(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable String place,
            @Nullable String host,
            @Nullable List<String> guests) {}
}
