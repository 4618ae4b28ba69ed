package io.vigie.local.fleet;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/** Runs another program's main and ends it once whoever started it is gone, so that a killed launcher leaves nobody. */
public final class Guarded {
    private static final Duration ORDERLY = Duration.ofSeconds(20);

    private Guarded() {}

    /**
     * @param arguments the class whose main is run, then its own arguments
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(Guarded::endWithParent);
        String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) own);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(arguments[0] + " failed", failed.getCause());
        }
    }

    /** The parent holds the other end of the input and writes nothing to it: its end is the parent's. */
    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException broken) {
            System.err.println("the parent is gone: " + broken.getMessage());
        }
        Thread.ofPlatform().daemon().name("last-resort").start(Guarded::haltInTheEnd);
        System.exit(0);
    }

    /** An orderly stop may wait for a broker that has gone the same way. */
    private static void haltInTheEnd() {
        try {
            Thread.sleep(ORDERLY);
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
