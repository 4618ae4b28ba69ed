package io.vigie.local.fleet;

import java.util.List;

/** What the Java machines are set up for. */
public enum Pace {
    /**
     * On few cores the optimising compiler takes more time than a run of minutes ever gets back; and heaps are small, since six
     * processes share one machine.
     */
    SHORT_RUN("-Xmx256m -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=64m"),
    /**
     * As a service that runs for weeks: compiled as well as can be, with all of the heap that its container gives it in use from
     * the start, so that a process that grows does so outside its heap.
     */
    LONG_RUN("-Xms512m -Xmx512m -XX:+AlwaysPreTouch -XX:+TieredCompilation");

    private final String options;

    Pace(String options) {
        this.options = options;
    }

    List<String> options() {
        return List.of(options.split(" ", -1));
    }
}
