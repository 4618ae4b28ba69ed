package io.vigie.scorer.train;

import io.vigie.scorer.learning.training.Progress;
import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows at a terminal how far each stage of learning has come. */
final class Bars implements Progress {
    private static final int REFRESH_MILLIS = 250;

    private Bars() {}

    /** Bars at a terminal, nothing where the output goes to a file. */
    static Progress forThisTerminal() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return terminal ? new Bars() : UNSEEN;
    }

    @Override
    public Runnable begin(String what, int of) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(of)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .build();
        return () -> {
            bar.step();
            if (bar.getCurrent() >= bar.getMax()) {
                bar.close();
            }
        };
    }
}
