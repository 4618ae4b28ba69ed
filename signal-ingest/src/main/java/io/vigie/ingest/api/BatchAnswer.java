package io.vigie.ingest.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vigie.events.signal.Signal;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** What became of each element of a batch, by its index. */
public record BatchAnswer(long accepted, List<Result> results) {
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
            Optional<String> detail) {}

    static BatchAnswer of(List<Result> results) {
        return new BatchAnswer(
                results.stream().filter(result -> result.reason().isEmpty()).count(), List.copyOf(results));
    }

    static Result taken(int index, Signal signal) {
        return new Result(
                index,
                Response.Status.ACCEPTED.getStatusCode(),
                Optional.of(signal.id()),
                Optional.of(signal.source()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Result refused(int index, RefusedEvent event) {
        return new Result(
                index,
                Problems.of(event.why()).getStatusCode(),
                event.reading().id(),
                event.reading().source(),
                Optional.of(Problems.type(event.why().reason()).toString()),
                Optional.of(event.why().reason()),
                Optional.of(event.why().detail()));
    }

    @JsonIgnore
    List<String> reasons() {
        return results.stream().flatMap(result -> result.reason().stream()).toList();
    }

    Response response() {
        if (accepted == results.size()) {
            return Response.accepted(this).build();
        }
        if (accepted > 0) {
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
}
