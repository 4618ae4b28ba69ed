package io.vigie.retention.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.DataFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one policy has other than another.
 *
 * @param order the rows that both have, in their new order, where that is another
 */
public record Difference(
        List<ReadRow> removed, List<ReadRow> added, List<Pair> changed, List<String> order, List<Figure> figures) {

    /** One row in both. */
    public record Pair(ReadRow was, ReadRow now) {}

    /** One figure, empty where there was or is none. */
    public record Figure(String path, String was, String now) {}

    /** From an older policy to a newer. */
    public static Difference between(
            List<ReadRow> older, String olderFigures, List<ReadRow> newer, String newerFigures) {
        Map<String, ReadRow> was = byName(older);
        Map<String, ReadRow> now = byName(newer);
        List<String> before = was.keySet().stream().filter(now::containsKey).toList();
        List<String> after = now.keySet().stream().filter(was::containsKey).toList();
        return new Difference(
                older.stream().filter(row -> !now.containsKey(row.rule())).toList(),
                newer.stream().filter(row -> !was.containsKey(row.rule())).toList(),
                before.stream()
                        .filter(rule -> !was.get(rule).equals(now.get(rule)))
                        .map(rule -> new Pair(was.get(rule), now.get(rule)))
                        .toList(),
                before.equals(after) ? List.of() : after,
                figures(flat(olderFigures), flat(newerFigures)));
    }

    private static Map<String, ReadRow> byName(List<ReadRow> rows) {
        return rows.stream().collect(Collectors.toMap(ReadRow::rule, row -> row, (one, _) -> one, LinkedHashMap::new));
    }

    private static List<Figure> figures(Map<String, String> was, Map<String, String> now) {
        TreeSet<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .map(path -> new Figure(path, was.getOrDefault(path, ""), now.getOrDefault(path, "")))
                .filter(figure -> !figure.was().equals(figure.now()))
                .toList();
    }

    /** Every figure by its path. */
    static Map<String, String> flat(String yaml) {
        Map<String, String> flat = new TreeMap<>();
        try {
            flatten("", DataFiles.yaml().readTree(yaml), flat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            List<JsonNode> all = new ArrayList<>();
            node.forEach(all::add);
            boolean plain = all.stream().allMatch(JsonNode::isValueNode);
            if (plain) {
                into.put(path, all.stream().map(JsonNode::asText).collect(Collectors.joining(", ")));
            } else {
                for (int i = 0; i < all.size(); i++) {
                    JsonNode name = all.get(i).path("name");
                    flatten(
                            path + "." + (name.isMissingNode() ? String.valueOf(i + 1) : name.asText()),
                            all.get(i),
                            into);
                }
            }
        } else {
            into.put(path, node.asText());
        }
    }
}
