package io.vigie.retention.rehearsal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vigie.events.Word;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoActionReason;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a customer gets of a policy: an action, none for a reason, or only to be watched.
 *
 * @param because why nothing is done
 */
public record Treatment(Optional<Action> action, Optional<NoActionReason> because) implements Comparable<Treatment> {
    public static final Treatment WATCHED = new Treatment(Optional.empty(), Optional.empty());
    private static final String NO_ACTION = "no action: ";
    private static final String KEEP_WATCHING = "keep watching";

    static Treatment of(Action action) {
        return new Treatment(Optional.of(action), Optional.empty());
    }

    static Treatment of(NoActionReason because) {
        return new Treatment(Optional.empty(), Optional.of(because));
    }

    /** As {@link #inWords} tells it; what is neither is watched. */
    @JsonCreator
    public static Treatment named(String words) {
        return new Treatment(word(Action.values(), words), word(NoActionReason.values(), words.replace(NO_ACTION, "")));
    }

    /** As the API tells it. */
    @JsonValue
    public String inWords() {
        return action.map(Word::word)
                .or(() -> because.map(reason -> NO_ACTION + reason.word()))
                .orElse(KEEP_WATCHING);
    }

    @Override
    public int compareTo(Treatment other) {
        return inWords().compareTo(other.inWords());
    }

    private static <E extends Enum<E> & Word> Optional<E> word(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.word().equals(name)).findFirst();
    }
}
