package io.vigie.retention.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.events.DataFiles;
import io.vigie.retention.law.LawBook;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is wrong with a policy before anybody is decided on by it. */
public final class PolicyCheck {
    private static final String FIGURES = "policy.yaml";
    private static final String TABLE = "table";

    private PolicyCheck() {}

    /** All that is wrong, rows in their order; nothing where it can go live. */
    public static List<Flaw> flaws(PolicyText text, ZoneId zone, LawBook laws) {
        List<Flaw> flaws = new ArrayList<>(table(text.table()));
        flaws.addAll(figures(text.figures(), zone, laws));
        return flaws;
    }

    private static List<Flaw> table(String dmn) {
        RuleTable table;
        try {
            table = new RuleTable(new StringReader(dmn));
        } catch (IllegalArgumentException e) {
            return List.of(new Flaw(TABLE, said(e)));
        }
        List<Flaw> flaws = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ReadRow row : table.readings()) {
            try {
                Row.of(row.outputs());
            } catch (IllegalArgumentException e) {
                flaws.add(new Flaw(row.rule(), said(e)));
            }
            if (names.contains(row.rule())) {
                flaws.add(new Flaw(row.rule(), "two rows have this name; give each its own"));
            }
            names.add(row.rule());
        }
        flaws.addAll(new Reading(table.readings()).flaws());
        return flaws;
    }

    private static List<Flaw> figures(String yaml, ZoneId zone, LawBook laws) {
        try {
            PolicyFile figures = DataFiles.yaml().readValue(yaml, PolicyFile.class);
            List<Flaw> flaws = new ArrayList<>();
            BusinessCalendar.of(figures.businessHours(), zone);
            if (!laws.knows(figures.country())) {
                flaws.add(new Flaw(
                        "country",
                        "no law is known for " + figures.country() + "; give one of those that are, or add its rules"));
            }
            Set<String> twice = figures.offers().values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.groupingBy(OfferRule::name, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue() > 1)
                    .map(entry -> entry.getKey())
                    .collect(Collectors.toSet());
            twice.forEach(name -> flaws.add(new Flaw("offers", "two offers are called " + name)));
            return flaws;
        } catch (JsonProcessingException e) {
            return List.of(new Flaw(FIGURES, e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            return List.of(new Flaw(FIGURES, said(e)));
        }
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
