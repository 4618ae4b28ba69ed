package io.vigie.scorer.explanation;

import io.vigie.events.reasons.Heard;
import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.Reason;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.RiskKind;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.profile.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A reason as it is told.
 *
 * @param risk the one it bears on
 * @param name of what moves it, as a heading
 * @param sentence fit to be read out to the customer
 */
public record ToldReason(RiskKind risk, Reason reason, String name, String sentence) {

    /** The reasons of both risks, largest movement first. */
    public static List<ToldReason> of(RiskAssessed risk, Heard heard, Wording wording) {
        return Stream.concat(
                        told(RiskKind.BY_CHOICE, risk.byChoice(), heard, wording),
                        told(RiskKind.UNPAID, risk.unpaid(), heard, wording))
                .sorted(Comparator.comparingDouble(
                        told -> -Math.abs(told.reason().logOdds())))
                .toList();
    }

    /** What has been heard of a customer in their present life, up to the instant of an assessment. */
    public static Heard heard(RiskAssessed risk, List<Entry> timeline, SignalCatalogue catalogue) {
        return Heard.of(
                timeline.stream()
                        .filter(Entry.Happened.class::isInstance)
                        .map(entry -> ((Entry.Happened) entry).signal())
                        .toList(),
                catalogue,
                risk.life().startedAt(),
                risk.asOf(),
                risk.openMatters());
    }

    private static Stream<ToldReason> told(RiskKind kind, RiskShare share, Heard heard, Wording wording) {
        return share.reasons().stream()
                .map(reason -> new ToldReason(
                        kind, reason, wording.name(reason.factor()), wording.sentence(reason, kind, heard)));
    }
}
