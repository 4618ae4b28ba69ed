package io.vigie.ingest.intake;

/** Knows which customers are companies: that one of its people is to be forgotten does not mean that all of it is. */
@FunctionalInterface
public interface Companies {
    Companies NONE = _ -> false;

    boolean include(String customer);
}
