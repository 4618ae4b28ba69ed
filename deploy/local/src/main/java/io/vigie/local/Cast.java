package io.vigie.local;

import io.vigie.local.fleet.Service;
import java.util.List;
import java.util.Map;

/**
 * Who takes part in a run.
 *
 * @param services which of them run
 * @param settings what they are told besides, by configuration key
 */
record Cast(List<Service> services, Map<String, String> settings) {
    static final Cast WHOLE = new Cast(List.of(Service.values()), Map.of());
}
