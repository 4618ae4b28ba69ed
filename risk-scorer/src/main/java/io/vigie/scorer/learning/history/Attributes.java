package io.vigie.scorer.learning.history;

import io.vigie.scorer.learning.linear.Linear;
import io.vigie.scorer.learning.linear.Term;
import io.vigie.scorer.learning.metrics.Distribution;
import io.vigie.scorer.learning.table.Encoding;
import io.vigie.scorer.learning.table.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What customers' records tell beside their signals, as inputs: nobody knows beforehand which way they speak. */
public record Attributes(Encoding encoding) {
    public static final Attributes NONE = new Attributes(new Encoding(List.of()));

    static final String PREFIX = "attribute.";

    /** Encodes what those learned from have on record; each counts once, for many snapshots of one make nothing common. */
    public static Attributes of(List<Observation> learned) {
        Map<String, Observation> latest = new TreeMap<>();
        learned.forEach(one -> latest.merge(one.customer(), one, (a, b) -> b.at().isAfter(a.at()) ? b : a));
        return new Attributes(Records.encoding(
                latest.values().stream().map(Observation::attributes).toList()));
    }

    /** What is on record of some, and yet no input: the same in all, each one's own, or of too many kinds. */
    public Set<String> leftOut(List<Observation> learned) {
        Set<String> names = new TreeSet<>();
        learned.forEach(one -> names.addAll(one.attributes().keySet()));
        encoding.columns().forEach(names::remove);
        return names;
    }

    /** The inputs, in order. */
    public List<Input> inputs() {
        List<String> names = encoding.inputs();
        List<String> columns = encoding.columns();
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            inputs.add(new Input(
                    PREFIX + names.get(i), Input.Reads.ATTRIBUTE, PREFIX + columns.get(i), 0, Distribution.NONE));
        }
        return inputs;
    }

    /** Their terms, where the first has this index among all inputs. */
    Stream<Term> terms(int from) {
        return encoding.terms().stream()
                .map(term -> new Term(
                        PREFIX + term.name(),
                        from + term.input(),
                        term.ofBlank(),
                        term.fill(),
                        term.centre(),
                        term.scale(),
                        term.prior()));
    }

    /**
     * What the linear part of a model says on average for each input, so that explanations tell what a customer has on record
     * from what customers have, and not from a value that happens to come first.
     */
    public List<Double> usual(Linear linear, int inputs) {
        List<Double> averages = encoding.averages();
        List<Double> usual = new ArrayList<>(Collections.nCopies(inputs, 0.0));
        int first = linear.terms().size() - averages.size();
        for (int i = 0; i < averages.size(); i++) {
            int input = linear.terms().get(first + i).input();
            usual.set(input, usual.get(input) + linear.weights().get(first + i).mean() * averages.get(i));
        }
        return List.copyOf(usual);
    }

    /** Their values; a blank is not a number. */
    public double[] of(Map<String, String> record) {
        return encoding.encode(record);
    }
}
