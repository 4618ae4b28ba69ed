package io.vigie.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedTest {
    /** Stands for a service: it would run for ever. */
    public static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("running " + arguments[0]);
            TimeUnit.DAYS.sleep(1);
        }
    }

    @Test
    void aProcessEndsOnceItsParentIsGone(@TempDir Path folder) throws Exception {
        Process guarded = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        GuardJar.in(folder) + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                        Guarded.class.getName(),
                        Endless.class.getName(),
                        "on")
                .redirectErrorStream(true)
                .start();
        assertThat(guarded.inputReader().readLine()).isEqualTo("running on");

        guarded.outputWriter().close();

        assertThat(guarded.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
