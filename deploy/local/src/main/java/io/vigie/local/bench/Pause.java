package io.vigie.local.bench;

import java.time.Duration;

/** Between two looks at something that takes its time. */
final class Pause {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Pause() {}

    static void aMoment() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", hurried);
        }
    }
}
