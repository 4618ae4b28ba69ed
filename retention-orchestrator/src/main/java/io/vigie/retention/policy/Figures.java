package io.vigie.retention.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.DataFiles;
import io.vigie.retention.law.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds {@code policy.yaml} to figures that mean something, each named by its path, before it is read as a whole. */
final class Figures {
    private static final double MOST_MONEY = 1e9;
    private static final double MOST_DAYS = 3660;
    private static final List<Bound> BOUNDS = List.of(
            new Bound("actions.[^.]+.(cost)", 0, MOST_MONEY),
            new Bound("actions.[^.]+.(minutes)", 0, 10_000),
            new Bound("actions.[^.]+.saves(AfterNotice)?.[ab]", Double.MIN_VALUE, 1e9),
            new Bound("(topValue|valueAtStake.potentialMiddles|valueBands).*", 0, MOST_MONEY),
            new Bound("valueAtStake.monthsOfMargin", Double.MIN_VALUE, 1200),
            new Bound("valueAtStake.shareOfPotential", 0, 1),
            new Bound("offersPerMonth|offers.*.(least|capPerMonth|approvalAbove)", 0, MOST_MONEY),
            new Bound("offers.*.(shareOfMargin|shareOfStake)", 0, 100),
            new Bound("offers.*.lift", 1, 1000),
            new Bound("contactLimits.*.inDays", 1, Contact.REMEMBERED_DAYS),
            new Bound("complaintPatience|winBackAfterDays|winBackBeforeDays|contactLimits.*", 1, MOST_DAYS));
    private static final List<String> OF_AN_ACTION = List.of("cost", "minutes");
    private static final List<String> OF_THE_STAKE = List.of("monthsOfMargin", "shareOfPotential");
    private static final List<String> OF_AN_OFFER = List.of("name", "from", "lift", "says");

    private Figures() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException naming every figure that is missing or cannot be
     * @throws JsonProcessingException where the file is none at all
     */
    static PolicyFile read(String yaml) throws JsonProcessingException {
        List<Flaw> flaws = flaws(yaml);
        if (!flaws.isEmpty()) {
            throw Flaw.all(flaws);
        }
        return DataFiles.yaml().readValue(yaml, PolicyFile.class);
    }

    static List<Flaw> flaws(String yaml) throws JsonProcessingException {
        JsonNode root = DataFiles.yaml().readTree(yaml);
        if (!root.isObject()) {
            return List.of(new Flaw("policy.yaml", "holds no figures"));
        }
        Map<String, JsonNode> leaves = new TreeMap<>();
        gather("", root, leaves);
        List<Flaw> flaws = new ArrayList<>();
        leaves.forEach((path, leaf) -> look(path, leaf, flaws));
        if (root.path("version").isTextual() && root.path("version").asText().isBlank()) {
            flaws.add(new Flaw("version", "is blank; every decision is said to be made by it"));
        }
        lacking(root, flaws);
        rising(root.path("valueBands"), flaws);
        return flaws;
    }

    private static void gather(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> gather(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            IntStream.range(0, node.size()).forEach(i -> gather(path + "." + (i + 1), node.get(i), leaves));
        } else {
            leaves.put(path, node);
        }
    }

    private static void look(String path, JsonNode leaf, List<Flaw> flaws) {
        if (leaf.isNull()) {
            flaws.add(new Flaw(path, "is empty; give a value, or leave it out"));
            return;
        }
        BOUNDS.stream().filter(bound -> bound.speaksOf(path)).findFirst().ifPresent(bound -> {
            if (!leaf.isNumber() || !bound.holds(leaf.asDouble())) {
                flaws.add(new Flaw(path, "must be a number " + bound.says() + ", is " + leaf.asText()));
            }
        });
    }

    private static void lacking(JsonNode root, List<Flaw> flaws) {
        root.path("actions")
                .properties()
                .forEach(action -> lacks("actions." + action.getKey(), action.getValue(), OF_AN_ACTION, flaws));
        if (root.has("valueAtStake")) {
            lacks("valueAtStake", root.path("valueAtStake"), OF_THE_STAKE, flaws);
        }
        root.path("offers").properties().forEach(cause -> IntStream.range(
                        0, cause.getValue().size())
                .filter(i -> cause.getValue().get(i).isObject())
                .forEach(i -> lacks(
                        "offers." + cause.getKey() + "." + (i + 1),
                        cause.getValue().get(i),
                        OF_AN_OFFER,
                        flaws)));
    }

    private static void lacks(String path, JsonNode figure, List<String> fields, List<Flaw> flaws) {
        fields.stream()
                .filter(field -> !figure.has(field)
                        || (figure.path(field).isTextual()
                                && figure.path(field).asText().isBlank()))
                .forEach(field -> flaws.add(new Flaw(path + "." + field, "is missing; give it")));
    }

    /** Bands that fall or repeat would part nobody from nobody. */
    private static void rising(JsonNode bands, List<Flaw> flaws) {
        bands.properties().forEach(band -> {
            List<Double> bounds = Stream.iterate(0, i -> i < band.getValue().size(), i -> i + 1)
                    .map(i -> band.getValue().get(i).asDouble())
                    .toList();
            if (!bounds.equals(bounds.stream().sorted().distinct().toList())) {
                flaws.add(new Flaw("valueBands." + band.getKey(), "must rise from each bound to the next"));
            }
        });
    }

    /**
     * @param paths of the figures that it holds for
     */
    private record Bound(Pattern paths, double least, double most) {
        Bound(String paths, double least, double most) {
            this(Pattern.compile(paths), least, most);
        }

        boolean speaksOf(String path) {
            return paths.matcher(path).matches();
        }

        boolean holds(double figure) {
            return figure >= least && figure <= most;
        }

        String says() {
            String from = least == Double.MIN_VALUE ? "above 0" : "from %.0f".formatted(least);
            return from + " to %.0f".formatted(most);
        }
    }
}
