package io.vigie.local;

import java.nio.file.Path;

/** Where Vigie stands on this machine: its built services, and the folder for all that it keeps. */
record Place(Path home) {
    private static final String HOME = "vigie.home";

    /** As the {@code vigie} script, or a test, says. */
    static Place here() {
        return new Place(Path.of(System.getProperty(HOME, "")).toAbsolutePath());
    }

    Path kept() {
        return home.resolve(".vigie");
    }

    Path live() {
        return kept().resolve("live");
    }
}
