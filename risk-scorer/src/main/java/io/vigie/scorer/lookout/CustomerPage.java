package io.vigie.scorer.lookout;

import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskLevel;
import io.vigie.scorer.watch.Course;
import io.vigie.scorer.watch.WhatIf;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A customer's risk as shown.
 *
 * @param asked the instant asked for, in the company's zone, where it is not now
 * @param unavoidable the sentence on leaving that nobody can prevent
 * @param bands where each level begins
 * @param moves what moved the probability, the latest first
 * @param comparable the probability of customers about whom nothing in particular is known
 * @param kinds what may be supposed to come
 * @param rows what is supposed
 * @param whatIf what that would change
 */
public record CustomerPage(
        RiskAssessed risk,
        Optional<LocalDateTime> asked,
        Optional<String> unavoidable,
        double comparable,
        List<Bar> bars,
        Course course,
        List<Band> bands,
        List<Move> moves,
        List<Coming> coming,
        List<Supposition> kinds,
        List<Supposed.Row> rows,
        Optional<WhatIf> whatIf) {

    /**
     * One reason.
     *
     * @param width percent of the largest
     */
    public record Bar(String sentence, boolean down, long width) {}

    /** A level, with the probability at which it is entered from below. */
    public record Band(RiskLevel level, double from) {}

    /**
     * What one entry of the timeline did.
     *
     * @param what in the reader's words; nothing for a customer record
     * @param byTime what time had done since the entry before
     */
    public record Move(
            Instant at, Optional<String> what, double moved, double byTime, double probability, RiskLevel level) {
        private static final double NOTHING = 0.0005;

        /** How the style sheet calls what is better, worse, or neither. */
        public String tone() {
            return moved > NOTHING ? "bad" : moved < -NOTHING ? "good" : "";
        }

        public boolean timeTold() {
            return Math.abs(byTime) >= 10 * NOTHING;
        }
    }

    /** A date that is coming, in the reader's words. */
    public record Coming(String what, Instant on) {}

    public String address() {
        return Files.address(risk.customer());
    }
}
