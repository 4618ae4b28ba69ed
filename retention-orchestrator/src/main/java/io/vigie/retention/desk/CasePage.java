package io.vigie.retention.desk;

import io.vigie.events.retention.Action;
import io.vigie.events.risk.Reason;
import io.vigie.retention.casework.Opening;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.store.CaseStatus;
import io.vigie.retention.store.ContactCard;
import io.vigie.retention.store.Relations.Relative;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A case as shown.
 *
 * @param about what it is about, in the reader's words, where it is about one matter
 * @param card how to reach the customer; none where nothing is known or it cannot be read any more
 * @param ahead what is coming, as the scorer last saw it, while the case is under way
 * @param history where the customer's risk is shown over time, with all that moved it
 * @param note where a signal on the customer is noted
 */
public record CasePage(
        RetentionCase file,
        Optional<String> about,
        List<Bar> bars,
        List<QueuePage.Line> tasks,
        List<Moment> moments,
        Optional<ContactCard> card,
        List<Relative> relatives,
        Ahead ahead,
        String history,
        String note) {
    private static final int MOST_BARS = 8;

    /** Whom the customer belongs to, the topmost first. */
    public List<Relative> above() {
        return relatives.stream().filter(Relative::above).toList();
    }

    /** The others of the same group whom somebody may be dealing with. */
    public List<Relative> besides() {
        return relatives.stream().filter(relative -> !relative.above()).toList();
    }

    public List<Action> actions() {
        return List.of(Action.values());
    }

    public Opening opening() {
        return file.opening();
    }

    public CaseStatus status() {
        return CaseStatus.of(file);
    }

    public Optional<Instant> waitingUntil() {
        return file instanceof RetentionCase.Waiting waiting ? Optional.of(waiting.until()) : Optional.empty();
    }

    /** The reasons that moved most, each against the largest. */
    static List<Bar> bars(List<Reason> reasons, Function<Reason, String> telling) {
        double largest = reasons.stream()
                .mapToDouble(reason -> Math.abs(reason.logOdds()))
                .max()
                .orElse(1);
        return reasons.stream()
                .limit(MOST_BARS)
                .map(reason -> new Bar(
                        telling.apply(reason),
                        reason.logOdds() < 0,
                        Math.round(100 * Math.abs(reason.logOdds()) / Math.max(largest, 1e-9))))
                .toList();
    }

    /**
     * One reason.
     *
     * @param told in a sentence
     * @param down whether it lowers the risk
     * @param width percent of the largest
     */
    public record Bar(String told, boolean down, long width) {}
}
