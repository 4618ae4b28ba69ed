package io.vigie.ingest.access;

import java.time.Duration;
import java.util.Optional;

/** A request that is turned away before anything in it is believed; it never says what would have been right. */
public final class NotAdmitted extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String word;
    private final transient Optional<String> challenge;
    private final transient Optional<Duration> retryAfter;

    private NotAdmitted(
            int status, String word, String detail, Optional<String> challenge, Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.word = word;
        this.challenge = challenge;
        this.retryAfter = retryAfter;
    }

    static NotAdmitted unauthorized(String challenge, String detail) {
        return new NotAdmitted(UNAUTHORIZED, "unauthorized", detail, Optional.of(challenge), Optional.empty());
    }

    static NotAdmitted forbidden(String detail) {
        return new NotAdmitted(FORBIDDEN, "forbidden", detail, Optional.empty(), Optional.empty());
    }

    static NotAdmitted tooMany(Duration wait, String detail) {
        return new NotAdmitted(TOO_MANY, "too-many-requests", detail, Optional.empty(), Optional.of(wait));
    }

    static NotAdmitted noSecret(String source) {
        return new NotAdmitted(
                UNAVAILABLE,
                "secret-missing",
                "the source " + source + " has no secret here yet, so nothing can be checked: set vigie.secret.\""
                        + source + "\", or put it into the folder vigie.secret-files",
                Optional.empty(),
                Optional.of(Duration.ofMinutes(1)));
    }

    static NotAdmitted unreadableSecret(String source) {
        return new NotAdmitted(
                UNAVAILABLE,
                "secret-unreadable",
                "the secrets of the source " + source
                        + " cannot be read here, so nothing can be checked: make its file in"
                        + " the folder vigie.secret-files one of text that the service may read",
                Optional.empty(),
                Optional.of(Duration.ofMinutes(1)));
    }

    static NotAdmitted unusableSecret() {
        return new NotAdmitted(
                UNAVAILABLE,
                "secret-unusable",
                "the secret that is set here for this source is not base64 after whsec_, so nothing can be checked",
                Optional.empty(),
                Optional.of(Duration.ofMinutes(1)));
    }

    public int status() {
        return status;
    }

    /** The stable word of the problem's type. */
    public String word() {
        return word;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** What a 401 must say in WWW-Authenticate. */
    public Optional<String> challenge() {
        return challenge;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
