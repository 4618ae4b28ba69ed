package io.vigie.scorer.api;

import io.vigie.scorer.stream.Instance;

/** Another instance keeps what is asked for and does not answer, or cannot yet. */
final class InstanceUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InstanceUnreachable(Instance host) {
        super("the instance at " + host + " keeps part of the answer and does not give it");
    }
}
