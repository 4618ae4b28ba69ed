package io.vigie.retention.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vigie.retention.law.LawBook;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what is wrong with a policy before anybody is decided on by it. */
public final class PolicyCheck {
    private static final String FIGURES = "policy.yaml";
    private static final String TABLE = "table";

    private PolicyCheck() {}

    /** All that is wrong, rows in their order; nothing where it can go live. */
    public static List<Flaw> flaws(PolicyText text, ZoneId zone, LawBook laws) {
        List<Flaw> flaws = new ArrayList<>(table(text.table()));
        flaws.addAll(figures(text, zone, laws));
        return flaws.isEmpty() ? programmes(text) : flaws;
    }

    private static List<Flaw> table(String dmn) {
        List<Flaw> unread = PlainModel.flaws(dmn);
        if (!unread.isEmpty()) {
            return unread;
        }
        RuleTable table;
        try {
            table = new RuleTable(dmn);
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

    private static List<Flaw> figures(PolicyText text, ZoneId zone, LawBook laws) {
        try {
            List<Flaw> flaws = Figures.flaws(text.figures());
            return flaws.isEmpty() ? meaning(Figures.read(text.figures()), zone, laws) : flaws;
        } catch (JsonProcessingException e) {
            return List.of(new Flaw(FIGURES, e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            return List.of(new Flaw(FIGURES, said(e)));
        }
    }

    private static List<Flaw> meaning(PolicyFile figures, ZoneId zone, LawBook laws) {
        List<Flaw> flaws = new ArrayList<>();
        BusinessCalendar.of(figures.businessHours(), zone);
        if (!laws.knows(figures.country())) {
            flaws.add(new Flaw(
                    "country",
                    "no law is known for " + figures.country() + "; give one of those that are, or add its rules"));
        }
        figures.offers().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(OfferRule::name, TreeMap::new, Collectors.counting()))
                .forEach((name, times) -> {
                    if (times > 1) {
                        flaws.add(new Flaw("offers", "two offers are called " + name));
                    }
                });
        return flaws;
    }

    /** A group of a programme that no row belongs to would leave nobody alone, and nobody would notice. */
    private static List<Flaw> programmes(PolicyText text) {
        try {
            Set<String> known = new RuleTable(text.table())
                    .readings().stream()
                            .flatMap(row -> Optional.ofNullable(row.outputs().get("programme")).stream())
                            .collect(Collectors.toCollection(TreeSet::new));
            return Figures.read(text.figures()).controlGroups().keySet().stream()
                    .filter(programme -> !known.contains(programme))
                    .map(programme -> new Flaw(
                            "controlGroups." + programme,
                            "no row belongs to this programme; rows name " + String.join(", ", known)))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures that had no flaw cannot be read", e);
        }
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
