package io.vigie.ingest.intake;

import java.util.Optional;
import java.util.function.Function;

/** Taken or refused; nothing is ever in between. */
public sealed interface Decision<T> {
    record Accepted<T>(T value) implements Decision<T> {}

    record Declined<T>(Refusal why) implements Decision<T> {}

    static <T> Decision<T> accept(T value) {
        return new Accepted<>(value);
    }

    static <T> Decision<T> decline(Refusal why) {
        return new Declined<>(why);
    }

    /** What follows if this was taken; a refusal stays one. */
    default <R> Decision<R> then(Function<? super T, Decision<R>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Declined<T>(Refusal why) -> decline(why);
        };
    }

    /** The same, with whom it is about if it is a refusal. */
    default Decision<T> about(Optional<String> customer) {
        return this instanceof Declined<T>(Refusal why) ? decline(why.about(customer)) : this;
    }
}
