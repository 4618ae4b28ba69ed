package io.vigie.retention.law;

import io.vigie.events.DataFiles;
import io.vigie.events.customer.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one gate for every channel: says why a contact is allowed now, or why not; what no rule allows is denied. */
public final class LawBook {
    private static final String FOLDER = "/law";
    private static final String KNOWN = "fr.yaml";

    private final Map<String, CountryLaw> laws;

    private LawBook(Map<String, CountryLaw> laws) {
        this.laws = Map.copyOf(laws);
    }

    /** The laws that ship with Vigie. */
    public static LawBook shipped() {
        return new LawBook(DataFiles.inShipped(LawBook.class, FOLDER, KNOWN, LawBook::read));
    }

    /**
     * The shipped laws and a company's own, which take their place where both name a country.
     *
     * @throws IllegalArgumentException naming the folder and what is wrong in it
     */
    public static LawBook with(Path folder) {
        try {
            Map<String, CountryLaw> all = new HashMap<>(shipped().laws);
            all.putAll(read(folder));
            return new LawBook(all);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("law in " + folder + ": " + e.getMessage(), e);
        }
    }

    public boolean knows(String country) {
        return laws.containsKey(country);
    }

    /** What every rule says, for who wants to read them, in the order of its file. */
    public List<Sentence> sentences(String country, String language) {
        return Optional.ofNullable(laws.get(country)).map(CountryLaw::rules).orElse(List.of()).stream()
                .map(rule -> new Sentence(rule.id(), rule.says().getOrDefault(language, rule.text()), rule.text()))
                .toList();
    }

    /** One rule as people read it. */
    public record Sentence(String rule, String says, String text) {}

    /** Whether a contact may be made at this very moment. */
    public Permission now(Approach approach, Channel channel, Instant now) {
        return gate(approach, channel, now).onTheSpot();
    }

    /** Whether a contact may be planned: at what hour is settled by who makes it. */
    public Permission planned(Approach approach, Channel channel, Instant now) {
        return gate(approach, channel, now).inPrinciple();
    }

    private Gate gate(Approach approach, Channel channel, Instant now) {
        return new Gate(Optional.ofNullable(laws.get(approach.country())), approach, channel, now);
    }

    private static Map<String, CountryLaw> read(Path folder) {
        Map<String, CountryLaw> laws = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                CountryLaw law = DataFiles.yaml().readValue(Files.readString(file), CountryLaw.class);
                law.countries().forEach(country -> laws.put(country, law));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return laws;
    }
}
