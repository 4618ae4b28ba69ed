package io.vigie.local.bench.reference;

import io.vigie.local.bench.reference.Script.Writes;

/** Turns so many writes a signal, a fraction, into whole ones. */
final class Owed {
    private double puts;
    private double deletes;
    private int next;

    void signal(Writes writes) {
        puts += writes.puts();
        deletes += writes.deletes();
    }

    boolean put() {
        boolean due = puts >= 1;
        puts -= due ? 1 : 0;
        return due;
    }

    boolean delete() {
        boolean due = deletes >= 1;
        deletes -= due ? 1 : 0;
        return due;
    }

    /** The samples in turn. */
    byte[] value(Writes writes) {
        next = (next + 1) % writes.samples().size();
        return writes.samples().get(next);
    }
}
