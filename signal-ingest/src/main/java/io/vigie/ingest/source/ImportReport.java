package io.vigie.ingest.source;

import java.util.List;
import java.util.Map;

/**
 * What became of a file: {@code rows = mapped + merged + refused}.
 *
 * @param mapped rows that stand for signals, customers or consents; of a group, its first
 * @param merged the other rows of groups
 * @param refused rows that could not be taken, counted by reason in {@code refusedByReason}
 * @param waiting those of the refused that are kept until their customer is known, and are then taken by themselves
 * @param accepted signals published
 * @param customers customer records published
 * @param consents words on being contacted that were taken apart from records
 * @param errors the first refusals
 */
public record ImportReport(
        String id,
        String source,
        long rows,
        long mapped,
        long merged,
        long refused,
        long waiting,
        Map<String, Long> refusedByReason,
        long accepted,
        long customers,
        long consents,
        List<Fault> errors) {

    /** A refusal as the report shows it. */
    public record Fault(long line, String reason, String detail) {}
}
