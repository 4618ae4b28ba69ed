package io.vigie.scorer.learning.training;

/** Told how far learning has come, from several threads. */
public interface Progress {
    Progress UNSEEN = (what, of) -> () -> {};

    /** Begins a stage of so many steps. */
    Runnable begin(String what, int of);
}
