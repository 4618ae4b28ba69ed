package io.vigie.retention.policy;

import java.util.List;
import java.util.Map;

/**
 * A row as people read it: what it asks, and what it then has done.
 *
 * @param outputs by the table's own names; what is empty is left out
 */
public record ReadRow(String rule, List<Condition> conditions, Map<String, String> outputs) {
    public ReadRow {
        conditions = List.copyOf(conditions);
        outputs = Map.copyOf(outputs);
    }
}
