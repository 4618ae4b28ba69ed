package io.vigie.ingest.api.answers;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.Quarantined;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Answers to what cannot be done: RFC 9457, a stable type, and how to mend it. */
public final class Problems {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int UNPROCESSABLE = 422;
    private static final Set<String> UNREADABLE = Set.of(
            Reason.MALFORMED_JSON.word(),
            Reason.MALFORMED_XML.word(),
            Reason.MALFORMED_EVENT.word(),
            Reason.MISSING_ID.word(),
            Reason.MISSING_SOURCE.word());

    private Problems() {}

    public static HttpProblem of(Refusal why) {
        return builder(status(why.reason()), why.reason(), why.detail()).build();
    }

    public static HttpProblem of(int status, String word, String detail) {
        return builder(status, word, detail).build();
    }

    public static HttpProblem.Builder builder(int status, String word, String detail) {
        return HttpProblem.builder()
                .withType(type(word))
                .withTitle(title(word))
                .withStatus(status)
                .withDetail(detail);
    }

    /** Why something cannot be sent again, where a problem says it; what it waits for, it still waits for. */
    public static Refusal refusal(HttpProblem problem, Quarantined what) {
        return new Refusal(
                what.reason(),
                Objects.requireNonNullElse(problem.getDetail(), what.detail()),
                what.waitsFor(),
                Optional.empty());
    }

    public static URI type(String word) {
        return URI.create("urn:vigie:problem:" + word);
    }

    private static int status(String reason) {
        if (reason.equals(Reason.TOO_LARGE.word())) {
            return TOO_LARGE;
        }
        if (reason.equals(Reason.UNSUPPORTED_CONTENT_TYPE.word())) {
            return UNSUPPORTED;
        }
        return UNREADABLE.contains(reason) ? BAD_REQUEST : UNPROCESSABLE;
    }

    private static String title(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('-', ' ');
    }
}
