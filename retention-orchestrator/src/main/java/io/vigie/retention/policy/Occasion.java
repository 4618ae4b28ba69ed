package io.vigie.retention.policy;

import io.vigie.events.customer.Purpose;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.retention.law.Contact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One customer at one instant, with all that a decision turns on, so that the same occasion is decided the same again.
 *
 * @param now the instant decided for
 * @param known what decisions turn on beside the customer
 * @param seed what chance is drawn from: the decision's own id
 */
public record Occasion(RiskAssessed risk, Instant now, Past past, Knowledge known, String seed) {
    private static final String WIN_BACK = "win-back";

    List<Contact> contacts() {
        return Stream.concat(
                        past.contacts().stream(),
                        risk.decisionInput().contacts().stream().map(Contact::elsewhere))
                .toList();
    }

    /** What was open by then was answered, or is history. */
    Optional<Instant> answeredAt() {
        return Stream.of(past.answeredAt(), known.history())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /** Whether that programme wins back who has left, rather than keep who is still there. */
    static boolean winsBack(String programme) {
        return programme.equals(WIN_BACK);
    }

    /** What a contact of a programme, or of none, is made for. */
    public static Purpose purpose(Optional<String> programme) {
        return programme.filter(Occasion::winsBack).isPresent() ? Purpose.WIN_BACK : Purpose.RETENTION;
    }
}
