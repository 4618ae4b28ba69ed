package io.vigie.ingest.source;

import java.util.Map;

/** An uploaded lookup: its rows by key. */
public record Lookup(Map<String, Map<String, Object>> rows) {}
