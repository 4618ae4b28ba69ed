package io.vigie.retention.golive;

import java.util.function.Consumer;

/** All customers, one after the other and as often as they are asked for, so that nobody has to hold them all. */
@FunctionalInterface
public interface Everybody {
    void each(Consumer<Present> one);
}
