package io.vigie.retention.law;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vigie.events.Word;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Segment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a country asks of contacts by some channels with some customers.
 *
 * @param text the law it rests on
 * @param says the same in one sentence, by language
 * @param exceptForMatters open matters whose answer belongs to the performance of a current contract
 */
record LawRule(
        String id,
        Set<Segment> segments,
        Set<Channel> channels,
        Asks asks,
        String text,
        Map<String, String> says,
        Set<String> exceptForMatters,
        Optional<Hours> hours,
        Optional<Attempts> attempts,
        Optional<AfterRefusal> afterRefusal) {
    LawRule {
        segments = Set.copyOf(segments);
        channels = Set.copyOf(channels);
        says = Map.copyOf(says);
        exceptForMatters = exceptForMatters == null ? Set.of() : Set.copyOf(exceptForMatters);
        hours = hours == null ? Optional.empty() : hours;
        attempts = attempts == null ? Optional.empty() : attempts;
        afterRefusal = afterRefusal == null ? Optional.empty() : afterRefusal;
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("rule " + id + " cites no text");
        }
    }

    boolean covers(Segment segment, Channel channel) {
        return segments.contains(segment) && channels.contains(channel);
    }

    /** What must be there before the first word. */
    enum Asks implements Word {
        NOTHING_REFUSED,
        CONSENT,
        CONSENT_WITH_PROOF;

        @JsonCreator
        static Asks of(String word) {
            return Word.of(Asks.class, word);
        }
    }

    /** So many tries in so many days. */
    record Attempts(int most, int inDays, String text) {
        Attempts {
            remembered("attempts.inDays", inDays);
            if (most < 0) {
                throw new IllegalArgumentException("attempts.most must not be negative, is " + most);
            }
        }
    }

    /** How long who refused is left in peace. */
    record AfterRefusal(int days, String text) {
        AfterRefusal {
            remembered("afterRefusal.days", days);
        }
    }

    /** Nobody could hold a rule to what is forgotten by then. */
    private static void remembered(String figure, int days) {
        if (days < 1 || days > Contact.REMEMBERED_DAYS) {
            throw new IllegalArgumentException(figure + " must be from 1 to " + Contact.REMEMBERED_DAYS
                    + ", for as long as contacts are remembered, is " + days);
        }
    }
}
