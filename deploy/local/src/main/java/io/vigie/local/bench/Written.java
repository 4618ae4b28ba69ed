package io.vigie.local.bench;

import java.util.List;
import java.util.Map;

/**
 * What the orchestrator wrote in one turn.
 *
 * @param rowsPerEvent how many rows were inserted or changed for each risk, by table
 * @param eventsPerTransaction how many risks were stored together
 * @param samples some of those rows, by table
 */
record Written(Map<String, Double> rowsPerEvent, double eventsPerTransaction, Map<String, List<Sample>> samples) {

    /** A row as it stands, by column; a column that is empty is not there. */
    record Sample(Map<String, String> values) {}
}
