package io.vigie.scorer.api;

import io.vigie.scorer.stream.Instance;

/** Another instance was asked and is still working on it: to ask again at once would give it the same work twice. */
final class InstanceTooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InstanceTooSlow(Instance host) {
        super("the instance at " + host + " keeps part of the answer and takes too long to give it");
    }
}
