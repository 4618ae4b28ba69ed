package io.vigie.testkit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A server that starts when first asked for, since most tests need only one of the two. */
final class Lazy<T> {
    private final Supplier<T> start;
    private Optional<T> started = Optional.empty();

    Lazy(Supplier<T> start) {
        this.start = start;
    }

    synchronized T get() {
        T value = started.orElseGet(start);
        started = Optional.of(value);
        return value;
    }

    synchronized void ifStarted(Consumer<T> action) {
        started.ifPresent(action);
    }
}
