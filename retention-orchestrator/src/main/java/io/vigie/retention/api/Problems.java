package io.vigie.retention.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.retention.dispatch.LetterWriter;
import io.vigie.retention.law.Permission;
import io.vigie.retention.policy.Flaw;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers to what cannot be done: RFC 9457, a stable type, and how to mend it. */
final class Problems {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    private Problems() {}

    static HttpProblem wrong(String detail) {
        return of(BAD_REQUEST, "wrong-parameter", "Wrong parameter", detail);
    }

    static HttpProblem unknown(String what, String id) {
        return of(NOT_FOUND, "unknown-" + what, "Unknown " + what, "There is no " + what + " " + id + ".");
    }

    static HttpProblem conflict(String detail) {
        return conflict("task-not-free", "Task not free", detail);
    }

    static HttpProblem conflict(String word, String detail) {
        return conflict(word, "Not possible as it stands", detail);
    }

    static HttpProblem forbidden(String detail) {
        return of(FORBIDDEN, "not-for-you", "Not for you", detail);
    }

    static HttpProblem noLetter(LetterWriter.Lacking why) {
        String detail =
                switch (why) {
                    case NO_TASK -> "There is no such task.";
                    case NO_CUSTOMER -> "Nothing is known of this customer here; check the id.";
                    case NO_ADDRESS -> "The customer has no postal address; give one in the customer record.";
                    case NO_DEADLINE -> "Their contract has no end of notice; give noticeOpens and noticeCloses.";
                    case NOT_PERMITTED -> "The law does not permit a letter to this customer now.";
                    case NO_KEY -> "The customer's key is not here (erased, or not yet told), so nothing can be kept.";
                };
        return of(UNPROCESSABLE, "no-letter", "No letter", detail);
    }

    static HttpProblem conflict(String word, String title, String detail) {
        return of(CONFLICT, word, title, detail);
    }

    static HttpProblem flawed(String detail, List<Flaw> flaws) {
        return HttpProblem.builder()
                .withType(URI.create("urn:vigie:problem:policy-flawed"))
                .withTitle("Policy flawed")
                .withStatus(UNPROCESSABLE)
                .withDetail(detail)
                .with("flaws", flaws)
                .build();
    }

    /** What the law says, so that whoever is refused can look it up, and wait where waiting helps. */
    static HttpProblem notPermitted(Permission by) {
        Optional<Instant> from = by instanceof Permission.NotNow later ? Optional.of(later.from()) : Optional.empty();
        String mend = from.map(when -> "It will be allowed from " + when + ".")
                .orElse("Choose another channel; GET /customers/{id}/permissions tells which are open.");
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(URI.create("urn:vigie:problem:not-permitted"))
                .withTitle("Not permitted now")
                .withStatus(CONFLICT)
                .withDetail("The rule " + by.rule() + " stands against it: " + by.text() + " " + mend)
                .with("rule", by.rule())
                .with("text", by.text());
        from.ifPresent(when -> problem.with("from", when));
        return problem.build();
    }

    static HttpProblem away(String detail) {
        return of(UNAVAILABLE, "away", "Not available now", detail);
    }

    static HttpProblem stale(String detail) {
        return of(PRECONDITION_FAILED, "stale", "Changed since you looked", detail);
    }

    static HttpProblem nothingKept() {
        return of(
                UNPROCESSABLE,
                "nothing-kept",
                "Nothing kept",
                "The customer's key is not here (erased, or not yet told), so nothing of them can be kept.");
    }

    private static HttpProblem of(int status, String word, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:vigie:problem:" + word))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail)
                .build();
    }
}
