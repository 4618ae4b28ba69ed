package io.vigie.scorer.explanation;

import io.vigie.events.customer.Customer;
import io.vigie.events.reasons.Heard;
import io.vigie.events.reasons.Wording;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.events.risk.RiskShare;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.scorer.explanation.Letter.Part;
import io.vigie.scorer.profile.Entry;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the letter to the customer who asks, in one language. */
public final class LetterWriter {
    private final SignalCatalogue catalogue;
    private final Wording wording;
    private final LetterPhrases phrases;

    public LetterWriter(SignalCatalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.phrases = LetterPhrases.in(wording.language());
    }

    /** To a customer who is scored. */
    public Letter toScored(RiskAssessed risk, List<Entry> timeline) {
        List<Entry> until = timeline.stream()
                .filter(entry -> !entry.time().isAfter(risk.asOf()))
                .toList();
        Heard heard = ToldReason.heard(risk, until, catalogue);
        LetterPhrases.Headings headings = phrases.headings();
        return letter(
                risk.customer(),
                risk.asOf(),
                List.of(
                        new Part(headings.estimate(), estimate(risk)),
                        new Part(headings.reasons(), reasons(risk, heard)),
                        new Part(headings.data(), data(until)),
                        new Part(headings.logic(), phrases.logic()),
                        new Part(headings.leadsTo(), phrases.leadsTo()),
                        new Part(headings.rights(), phrases.rights())));
    }

    /** To a customer who objects to profiling: what is kept, and that nothing is made of it. */
    public Letter toObjecting(String customer, Instant asOf, List<Entry> timeline) {
        LetterPhrases.Headings headings = phrases.headings();
        return letter(
                customer,
                asOf,
                List.of(
                        new Part(headings.objection(), phrases.objection()),
                        new Part(headings.data(), data(timeline)),
                        new Part(
                                headings.rights(),
                                phrases.rights().subList(1, phrases.rights().size()))));
    }

    private Letter letter(String customer, Instant asOf, List<Part> parts) {
        return new Letter(customer, wording.language(), asOf, phrases.title(), parts);
    }

    private List<String> estimate(RiskAssessed risk) {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.estimate()
                .replace("{days}", String.valueOf(risk.horizonDays()))
                .replace("{day}", wording.day(risk.asOf()))
                .replace("{percent}", percent(risk.probability()))
                .replace("{level}", phrases.levels().get(risk.level())));
        lines.add(phrases.base().replace("{percent}", percent(ofComparable(risk.byChoice(), risk.unpaid()))));
        risk.unavoidable().map(wording::sentence).ifPresent(lines::add);
        return lines;
    }

    private List<String> reasons(RiskAssessed risk, Heard heard) {
        List<String> told = ToldReason.of(risk, heard, wording).stream()
                .map(ToldReason::sentence)
                .toList();
        return told.isEmpty() ? List.of(phrases.nothingInParticular()) : told;
    }

    private List<String> data(List<Entry> timeline) {
        Map<String, List<Instant>> signals = new TreeMap<>();
        List<Customer> records = new ArrayList<>();
        for (Entry entry : timeline) {
            switch (entry) {
                case Entry.Happened(var signal) ->
                    signals.computeIfAbsent(wording.name(signal.type()), _ -> new ArrayList<>())
                            .add(signal.time());
                case Entry.Known known -> records.add(known.record());
                case Entry.Earlier earlier -> earlier.profile().record().ifPresent(records::add);
            }
        }
        List<String> lines = new ArrayList<>();
        signals.forEach((what, times) ->
                lines.add(line(times.size() == 1 ? phrases.oneSignal() : phrases.signals(), what, times)));
        if (!records.isEmpty()) {
            List<Instant> times = records.stream().map(Customer::time).toList();
            lines.add(line(records.size() == 1 ? phrases.oneRecord() : phrases.records(), "", times));
            String names = records.stream()
                    .flatMap(record -> record.attributes().keySet().stream())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                lines.add(phrases.attributes().replace("{names}", names));
            }
        }
        return lines;
    }

    private String line(String phrase, String what, List<Instant> times) {
        return phrase.replace("{what}", what)
                .replace("{count}", String.valueOf(times.size()))
                .replace("{first}", wording.day(times.getFirst()))
                .replace("{last}", wording.day(times.getLast()));
    }

    /** What the estimate would be if nothing had happened. */
    private static double ofComparable(RiskShare byChoice, RiskShare unpaid) {
        double odds = Math.exp(byChoice.base()) + Math.exp(unpaid.base());
        return odds / (1 + odds);
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(Locale.forLanguageTag(wording.language()));
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }
}
