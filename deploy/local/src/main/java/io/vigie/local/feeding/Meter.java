package io.vigie.local.feeding;

import java.io.Console;
import java.io.InputStream;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far something has come: a bar at a terminal, one line when done anywhere else. */
public final class Meter {
    private static final int REFRESH_MILLIS = 250;
    private static final int MIB = 1 << 20;

    private final boolean bars;

    private Meter(boolean bars) {
        this.bars = bars;
    }

    public static Meter forThisTerminal() {
        return new Meter(Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent());
    }

    public static Meter silent() {
        return new Meter(false);
    }

    /** The stream, counted in bytes as it is read. */
    InputStream bytes(String what, long size, InputStream stream) {
        return bars ? ProgressBar.wrap(stream, builder(what).setInitialMax(size).setUnit(" MiB", MIB)) : stream;
    }

    /** Something counted in pieces. */
    Count pieces(String what, long of) {
        return bars ? new Bar(builder(what).setInitialMax(of).build()) : new Silent();
    }

    private static ProgressBarBuilder builder(String what) {
        return new ProgressBarBuilder()
                .setTaskName(what)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .showSpeed();
    }

    /** How many pieces are done. */
    sealed interface Count extends AutoCloseable {
        void at(long done);

        @Override
        void close();
    }

    private record Bar(ProgressBar bar) implements Count {
        @Override
        public void at(long done) {
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private record Silent() implements Count {
        @Override
        public void at(long done) {}

        @Override
        public void close() {}
    }
}
