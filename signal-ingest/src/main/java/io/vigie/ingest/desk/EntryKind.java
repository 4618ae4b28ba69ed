package io.vigie.ingest.desk;

import io.vigie.events.Word;
import java.util.List;

/** What comes on paper or in a bank's list, and is entered by hand where no file tells it. */
public enum EntryKind implements Word {
    RETURNED_MAIL(
            "mail.returned",
            EntryReason.MOVED,
            EntryReason.UNKNOWN_ADDRESS,
            EntryReason.INCOMPLETE_ADDRESS,
            EntryReason.UNCLAIMED,
            EntryReason.NOT_ACCEPTED,
            EntryReason.OTHER),
    FAILED_DEBIT(
            "payment.failed",
            EntryReason.INSUFFICIENT_FUNDS,
            EntryReason.ACCOUNT_CLOSED,
            EntryReason.NO_MANDATE,
            EntryReason.DISPUTED,
            EntryReason.OTHER),
    TERMINATION("termination.notified");

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<EntryReason> reasons;

    EntryKind(String type, EntryReason... reasons) {
        this.type = type;
        this.reasons = List.of(reasons);
    }

    /** The signal that it is. */
    String type() {
        return type;
    }

    /** What may be said of why, where the kind has reasons of its own. */
    public List<EntryReason> reasons() {
        return reasons;
    }
}
