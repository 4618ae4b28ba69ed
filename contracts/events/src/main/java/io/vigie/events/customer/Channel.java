package io.vigie.events.customer;

import io.vigie.events.Word;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way to reach a customer. */
public enum Channel implements Word {
    EMAIL,
    SMS,
    LETTER,
    PHONE,
    VISIT;

    /** An unchangeable copy that lists its channels in one order, so that the same set is always written the same. */
    public static Set<Channel> inOrder(@Nullable Set<Channel> channels) {
        return channels == null || channels.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(channels));
    }
}
