package io.vigie.ingest.intake;

/**
 * Why something cannot be taken, so that whoever sent it can mend it.
 *
 * @param reason a stable word to count by
 * @param detail what is wrong and how to mend it
 */
public record Refusal(String reason, String detail) {
    private static final int LONGEST_DETAIL = 1000;

    public Refusal {
        detail = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
    }
}
