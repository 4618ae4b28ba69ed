package io.vigie.retention.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Offer;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.RiskLevel;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.Queues;
import io.vigie.retention.store.TaskStatus;
import io.vigie.retention.store.Worker;
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
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The queue of tasks over HTTP: see it, take one on, say what came of it. */
@Path("/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskResource {
    private final Queues queues;
    private final Worker worker;
    private final SecurityIdentity identity;

    TaskResource(Queues queues, Worker worker, SecurityIdentity identity) {
        this.queues = queues;
        this.worker = worker;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Tasks, those first that are worth most per minute of the team's time")
    public List<TaskView> tasks(
            @RestQuery @Nullable String team,
            @RestQuery @Nullable String status,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable String after) {
        return queues
                .find(
                        Asked.word("team", Team.class, team),
                        Asked.status(status),
                        Asked.limit(limit),
                        Asked.text(after).map(id -> Asked.id("task", id)))
                .stream()
                .map(TaskView::of)
                .toList();
    }

    @POST
    @Path("/{id}/claim")
    @Operation(summary = "Take a task on; 409 when somebody else has, or it is over")
    public TaskView claim(@RestPath String id, @Nullable Claim claim) {
        String by = Asked.by(claim == null ? null : claim.by(), identity);
        UUID task = Asked.id("task", id);
        return after(task, one -> worker.claim(one, by));
    }

    @POST
    @Path("/{id}/complete")
    @Operation(summary = "Say what came of a task; 409 when it is over already")
    public TaskView complete(@RestPath String id, @Nullable Completion completion) {
        if (completion == null) {
            throw Problems.wrong("Send {\"outcome\": …} as JSON.");
        }
        Outcome outcome = Asked.word("outcome", Outcome.class, completion.outcome())
                .orElseThrow(() -> Problems.wrong("outcome: is missing; " + WORDS + "."));
        String by = Asked.by(completion.by(), identity);
        UUID task = Asked.id("task", id);
        return after(
                task,
                one -> worker.complete(
                        one, outcome, Asked.text(completion.note()).orElse(""), by));
    }

    private TaskView after(UUID task, Predicate<UUID> deed) {
        try {
            if (!deed.test(task)) {
                throw Problems.unknown("task", task.toString());
            }
        } catch (IllegalMove e) {
            throw Problems.conflict(String.valueOf(e.getMessage()));
        }
        return queues.find(task).map(TaskView::of).orElseThrow(() -> Problems.unknown("task", task.toString()));
    }

    private static final String WORDS = "it is one of "
            + String.join(
                    ", ", List.of(Outcome.values()).stream().map(Outcome::word).toList());

    /** Who takes it on; the signed-in user unless said. */
    public record Claim(@Nullable String by) {}

    /** What came of it. */
    public record Completion(
            @Nullable String outcome,
            @Nullable String note,
            @Nullable String by) {}

    /**
     * A task in a queue.
     *
     * @param why factors, largest first
     * @param expectedProfit minor units
     */
    public record TaskView(
            UUID id,
            @JsonProperty("case") UUID caseId,
            String customer,
            Action action,
            Team team,
            Optional<String> assignee,
            Instant dueAt,
            TaskStatus status,
            Optional<String> claimedBy,
            Optional<Outcome> outcome,
            List<String> why,
            long expectedProfit,
            double probability,
            RiskLevel level,
            Optional<Offer> offer) {
        static TaskView of(QueuedTask task) {
            return new TaskView(
                    task.id(),
                    task.caseId(),
                    task.customer(),
                    task.action(),
                    task.team(),
                    task.assignee(),
                    task.dueAt(),
                    task.status(),
                    task.claimedBy(),
                    task.outcome(),
                    task.why(),
                    task.expectedProfit(),
                    task.probability(),
                    task.level(),
                    task.offer());
        }
    }
}
