package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.casework.Report;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.store.Gatekeeper;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.Queues;
import io.vigie.retention.store.Staff;
import io.vigie.retention.store.StaleVersion;
import io.vigie.retention.store.Worker;
import io.vigie.retention.teams.Person;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The queue of tasks over HTTP: see it, take one on or put it off, say what came of it. */
@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskResource {
    private final Queues queues;
    private final Worker worker;
    private final Staff staff;
    private final Gatekeeper gatekeeper;
    private final SecurityIdentity identity;

    TaskResource(Queues queues, Worker worker, Staff staff, Gatekeeper gatekeeper, SecurityIdentity identity) {
        this.queues = queues;
        this.worker = worker;
        this.staff = staff;
        this.gatekeeper = gatekeeper;
        this.identity = identity;
    }

    @GET
    @Operation(
            summary = "Tasks, those first that are worth most per minute of the team's time",
            description = "With for=PERSON only what they can do by team, skills and languages, that is not meant for"
                    + " somebody else, and whose customer no other team is busy with.")
    public List<TaskView> tasks(
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String status,
            @RestQuery("for") @Nullable String person,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable String after) {
        return queues
                .find(
                        Asked.word("team", Team.class, team),
                        Asked.status(status),
                        Asked.text(person).map(this::known),
                        Asked.limit(limit),
                        Asked.text(after).map(id -> Asked.id("task", id)))
                .stream()
                .map(TaskView::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One task, with its ETag")
    public RestResponse<TaskView> task(@RestPath String id) {
        QueuedTask task = queues.find(Asked.id("task", id)).orElseThrow(() -> Problems.unknown("task", id));
        return Tags.tagged(TaskView.of(task), task.standing().version());
    }

    @POST
    @Path("/{id}/claim")
    @Operation(
            summary = "Take a task on; 409 when somebody else has, another team is with the customer, it is"
                    + " over, or the law does not permit the call now")
    public RestResponse<TaskView> claim(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable By claim) {
        Doer by = Who.asks(identity, claim == null ? null : claim.by());
        queues.find(Asked.id("task", id)).flatMap(gatekeeper::againstTaking).ifPresent(barring -> {
            throw Problems.notPermitted(barring);
        });
        return after(id, seen -> worker.claim(seen, by), ifMatch);
    }

    @POST
    @Path("/{id}/release")
    @Operation(summary = "Give back what you have taken on; leads anybody's")
    public RestResponse<TaskView> release(@RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch) {
        Doer by = Who.asks(identity, null);
        return after(id, seen -> worker.release(seen, by), ifMatch);
    }

    @POST
    @Path("/{id}/snooze")
    @Operation(summary = "Put a task off, with the reason; what is owed cannot be")
    public RestResponse<TaskView> snooze(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable Snooze snooze) {
        if (snooze == null || snooze.until() == null) {
            throw Problems.wrong("until: is missing; send {\"until\": instant, \"reason\": …} as JSON.");
        }
        Instant until = snooze.until();
        SnoozeReason because = Asked.word("reason", SnoozeReason.class, snooze.reason())
                .orElseThrow(
                        () -> Problems.wrong("reason: is missing; customer-asked, waiting-for-information or other."));
        Doer by = Who.asks(identity, snooze.by());
        return after(id, seen -> worker.snooze(seen, until, because, by), ifMatch);
    }

    @POST
    @Path("/{id}/assign")
    @Operation(summary = "Leads: give a task to a person, or to another team, which gets one of its own in its place")
    public RestResponse<TaskView> assign(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable Assignment assignment) {
        Doer by = new Doer(Who.leading(identity), true);
        QueuedTask task = queues.find(Asked.id("task", id)).orElseThrow(() -> Problems.unknown("task", id));
        String named = assignment == null ? null : assignment.team();
        Team team = Asked.word("team", Team.class, named).orElse(task.team());
        if (team == Team.AUTOMATIC) {
            throw Problems.wrong("team: nobody works in automatic; name a team of people.");
        }
        Optional<String> person = Asked.text(assignment == null ? null : assignment.person());
        person.map(this::known).filter(one -> !one.teams().contains(team)).ifPresent(one -> {
            throw Problems.wrong("person: " + one.id() + " does not work in " + team.word() + ".");
        });
        return after(id, seen -> worker.handTo(seen, team, person, by), ifMatch);
    }

    @POST
    @Path("/{id}/complete")
    @Operation(
            summary = "Say what came of a task; 409 when it is somebody else's, over already, or a call that the law"
                    + " does not permit now",
            description =
                    "With the outcome promise, promised says what is to be done and by which day; it becomes a task"
                            + " of whoever promised.")
    public RestResponse<TaskView> complete(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable Completion completion) {
        if (completion == null) {
            throw Problems.wrong("Send {\"outcome\": …} as JSON.");
        }
        Doer by = Who.asks(identity, completion.by());
        Report report = completion.report();
        queues.find(Asked.id("task", id)).flatMap(gatekeeper::againstTaking).ifPresent(barring -> {
            throw Problems.notPermitted(barring);
        });
        return after(id, seen -> worker.complete(seen, report, by), ifMatch);
    }

    private RestResponse<TaskView> after(String id, Deed deed, @Nullable String ifMatch) {
        Worker.Seen seen = new Worker.Seen(Asked.id("task", id), Tags.wanted(ifMatch));
        if (queues.find(seen.task()).isEmpty() || !possible(() -> deed.on(seen))) {
            throw Problems.unknown("task", id);
        }
        return task(id);
    }

    private static boolean possible(BooleanSupplier deed) {
        try {
            return deed.getAsBoolean();
        } catch (IllegalMove e) {
            throw Problems.conflict(e.why().word(), String.valueOf(e.getMessage()));
        } catch (StaleVersion e) {
            throw Problems.stale(String.valueOf(e.getMessage()));
        }
    }

    private Person known(String person) {
        return staff.person(person)
                .orElseThrow(() -> Problems.unknown("person", person))
                .what();
    }

    /** What somebody does to a task. */
    @FunctionalInterface
    private interface Deed {
        boolean on(Worker.Seen seen);
    }

    /** Who does it; the signed-in user unless a lead says otherwise. */
    public record By(@Nullable String by) {}

    /** Until when and why. */
    public record Snooze(
            @Nullable Instant until,
            @Nullable String reason,
            @Nullable String by) {}

    /** To whom. */
    public record Assignment(
            @Nullable String team, @Nullable String person) {}
}
