package io.vigie.local.fleet;

import java.util.List;

/** What the Java machines are set up for. */
public enum Pace {
    /** On few cores the optimising compiler takes more time than a run of minutes ever gets back. */
    SHORT_RUN("-XX:TieredStopAtLevel=1"),
    /** As a service that runs for weeks: compiled as well as can be. */
    LONG_RUN("-XX:+TieredCompilation");

    private final String option;

    Pace(String option) {
        this.option = option;
    }

    List<String> options() {
        return List.of(option);
    }
}
