package io.vigie.retention.policy;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A policy as people read it: its rows, its figures with their origins, and what differs from an older one. */
public final class ReadOut {
    private final PolicyText text;
    private final List<ReadRow> rows;
    private final PolicyFile file;

    ReadOut(PolicyText text, List<ReadRow> rows, PolicyFile file) {
        this.text = text;
        this.rows = List.copyOf(rows);
        this.file = file;
    }

    public List<ReadRow> rows() {
        return rows;
    }

    /** Every figure by its path, and where it comes from. */
    public List<FigureInUse> figures(String language) {
        return Difference.flat(text.figures()).entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("origins."))
                .map(entry ->
                        new FigureInUse(entry.getKey(), entry.getValue(), file.originOf(entry.getKey(), language)))
                .toList();
    }

    /** A figure and its origin; empty where none is stated. */
    public record FigureInUse(String path, String value, String origin) {}

    /** What differs from an older one. */
    public Difference since(ReadOut older) {
        return Difference.between(older.rows, older.text.figures(), rows, text.figures());
    }

    /** Whose law holds where a customer's record names no country. */
    public String country() {
        return file.country();
    }

    /** The share that each action keeps, as decisions use it. */
    public List<RateInUse> ratesInUse(SaveRates rates) {
        return Arrays.stream(Action.values())
                .flatMap(action -> Arrays.stream(Segment.values()).flatMap(segment -> Stream.of(false, true)
                        .map(notice -> rate(new SaveRates.Of(action, segment, notice), rates))))
                .toList();
    }

    private RateInUse rate(SaveRates.Of which, SaveRates rates) {
        PolicyFile.ActionFigures costs = file.actions().get(which.action());
        Beta prior = which.afterNotice() ? costs.savesAfterNotice() : costs.saves();
        return new RateInUse(which, prior, rates.of(which, prior));
    }

    /** A share in use, beside the prior it began with. */
    public record RateInUse(SaveRates.Of which, Beta prior, SaveRates.Rate rate) {}
}
