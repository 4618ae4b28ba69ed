package io.vigie.ingest.api.signals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.api.answers.Problems;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Forgetting;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.source.WebhookResult;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What became of each element of a batch, by its index.
 *
 * @param ignored events of a source that stand for no signal
 * @param waiting those kept until their customer is known, which are then taken by themselves
 */
public record BatchAnswer(long accepted, long ignored, long waiting, List<Result> results) {
    private static final int ACCEPTED = 202;
    private static final Set<String> UNREADABLE = Set.of(Reason.MALFORMED_JSON.word(), Reason.MALFORMED_XML.word());
    private static final int SOME_REFUSED = 207;
    private static final int ALL_REFUSED = 422;

    /**
     * One element's fate.
     *
     * @param status the status that it alone would have been answered with
     */
    public record Result(
            int index,
            int status,
            Optional<String> id,
            Optional<String> source,
            Optional<String> type,
            Optional<String> reason,
            Optional<String> detail) {
        private boolean isIgnored() {
            return reason().isEmpty() && id().isEmpty();
        }

        private boolean isWaiting() {
            return reason().isPresent() && status() == ACCEPTED;
        }
    }

    public static BatchAnswer of(List<Result> results) {
        long safe = results.stream().filter(result -> result.reason().isEmpty()).count();
        long ignored = results.stream().filter(Result::isIgnored).count();
        long waiting = results.stream().filter(Result::isWaiting).count();
        return new BatchAnswer(safe - ignored, ignored, waiting, List.copyOf(results));
    }

    public static Result taken(int index, Signal signal) {
        return new Result(
                index,
                ACCEPTED,
                Optional.of(signal.id()),
                Optional.of(signal.source()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** An event of a source; the id is that of the first signal or customer that it stands for. */
    public static Result taken(int index, WebhookResult.Taken taken) {
        return taken.signals().stream()
                .findFirst()
                .map(signal -> taken(index, signal))
                .orElseGet(() -> bare(
                        index,
                        ACCEPTED,
                        Stream.of(
                                        taken.customers().stream().map(Customer::id),
                                        taken.consents().stream().map(Consented::customer),
                                        taken.erasures().stream().map(Forgetting::customer))
                                .flatMap(Function.identity())
                                .findFirst()));
    }

    public static Result ignored(int index) {
        return bare(index, ACCEPTED, Optional.empty());
    }

    private static Result bare(int index, int status, Optional<String> id) {
        return new Result(index, status, id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Result refused(int index, Refusal why) {
        return refused(index, why, Optional.empty(), Optional.empty());
    }

    public static Result refused(int index, RefusedEvent event) {
        return refused(index, event.why(), event.reading().id(), event.reading().source());
    }

    /** What only waits for its customer to be known is taken by itself then: nobody need send it again. */
    private static Result refused(int index, Refusal why, Optional<String> id, Optional<String> source) {
        return new Result(
                index,
                why.waits() ? ACCEPTED : Problems.of(why).getStatusCode(),
                id,
                source,
                Optional.of(Problems.type(why.reason()).toString()),
                Optional.of(why.reason()),
                Optional.of(why.detail()));
    }

    @JsonIgnore
    public List<String> reasons() {
        return results.stream().flatMap(result -> result.reason().stream()).toList();
    }

    /** Whether not even one event could be read. */
    @JsonIgnore
    public boolean isUnreadable() {
        return results.size() == 1
                && results.getFirst().reason().filter(UNREADABLE::contains).isPresent();
    }

    Response response() {
        long safe =
                results.stream().filter(result -> result.status() == ACCEPTED).count();
        if (safe == results.size()) {
            return Response.accepted(this).build();
        }
        if (safe > 0) {
            return Response.status(SOME_REFUSED).entity(this).build();
        }
        return Problems.builder(
                        ALL_REFUSED,
                        "nothing-accepted",
                        "every element of the batch was refused: see results for how to mend each")
                .with("accepted", 0)
                .with("results", results)
                .build()
                .toResponse();
    }

    /** The same, but a refused document of one event is told as that event's problem. */
    public Response responseOfDocument() {
        Result first = results.isEmpty() ? ignored(0) : results.getFirst();
        return results.size() == 1 && first.status() != ACCEPTED
                ? Problems.of(
                                first.status(),
                                first.reason().orElseThrow(),
                                first.detail().orElseThrow())
                        .toResponse()
                : response();
    }
}
