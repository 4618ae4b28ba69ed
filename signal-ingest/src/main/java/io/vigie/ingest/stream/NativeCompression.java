package io.vigie.ingest.stream;

import io.quarkus.logging.Log;
import net.jpountz.lz4.LZ4Factory;

/** Loads the native LZ4, which Kafka's client takes where it is loaded already and else only from a flat class path. */
final class NativeCompression {
    private NativeCompression() {}

    /** Without it everything works as well, only slower. */
    static void load() {
        try {
            Log.debugf("records are compressed by %s", LZ4Factory.nativeInstance());
        } catch (LinkageError | RuntimeException | AssertionError absent) {
            Log.infof("this platform has no native LZ4: %s", absent.getMessage());
        }
    }
}
