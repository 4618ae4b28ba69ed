package io.vigie.retention.api;

import io.vigie.events.retention.Action;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.Queues;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The whole desk in one answer, for whoever wants an overview. */
@Path("/summary")
@Produces(MediaType.APPLICATION_JSON)
public class SummaryResource {
    private static final int FEW = 10;

    private final Cases cases;
    private final Queues queues;

    SummaryResource(Cases cases, Queues queues) {
        this.cases = cases;
        this.queues = queues;
    }

    @GET
    @Operation(summary = "Cases, tasks and decisions not to act by number, and the ten contacts most worth making")
    public Summary summary() {
        Cases.Numbers numbers = cases.numbers();
        return new Summary(
                numbers.casesByLatestAction(),
                numbers.casesByStatus(),
                numbers.tasksByAction(),
                numbers.tasksByTeam(),
                numbers.noActionByReason(),
                queues.mostWorthAContact(FEW).stream().map(WorthAContact::of).toList());
    }

    /**
     * Numbers by word, over all time.
     *
     * @param casesByLatestAction each case by the action it has come to, which a harder try may have changed
     */
    public record Summary(
            Map<String, Long> casesByLatestAction,
            Map<String, Long> casesByStatus,
            Map<String, Long> tasksByAction,
            Map<String, Long> tasksByTeam,
            Map<String, Long> noActionByReason,
            List<WorthAContact> mostWorthAContact) {}

    /**
     * @param expectedProfit minor units
     * @param reasons factors, largest first
     */
    public record WorthAContact(
            String customer,
            Action action,
            Instant dueAt,
            long expectedProfit,
            double probability,
            List<String> reasons) {
        static WorthAContact of(QueuedTask task) {
            return new WorthAContact(
                    task.customer(),
                    task.action(),
                    task.dueAt(),
                    task.expectedProfit(),
                    task.probability(),
                    task.why());
        }
    }
}
