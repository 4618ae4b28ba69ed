package io.vigie.scorer.watch;

/**
 * When an assessment is worth telling.
 *
 * @param move a signal that moves the probability by this much is told
 * @param everyDays time alone tells at least this often
 */
public record WatchSettings(double move, int everyDays) {
    public static final WatchSettings DEFAULTS = new WatchSettings(0.02, 30);
}
