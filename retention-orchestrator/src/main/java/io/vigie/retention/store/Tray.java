package io.vigie.retention.store;

import io.vigie.retention.casework.Announcement;
import io.vigie.retention.casework.Assessment;
import io.vigie.retention.casework.Dossier;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The dossiers taken out in one transaction, and what is to be put back. */
final class Tray {
    private final Map<String, Dossier> before;
    private final Map<String, Dossier> now;
    private final Map<UUID, RetentionCase> cases = new LinkedHashMap<>();
    private final List<Announcement> told = new ArrayList<>();
    private final Map<String, String> asItCame = new HashMap<>();

    Tray(Collection<Dossier> out) {
        before = out.stream().collect(Collectors.toMap(Dossier::customer, dossier -> dossier));
        now = new LinkedHashMap<>(before);
    }

    Dossier of(String customer) {
        return Optional.ofNullable(now.get(customer))
                .orElseThrow(() -> new IllegalStateException("no dossier of " + customer + " was taken out"));
    }

    boolean holds(String customer) {
        return now.containsKey(customer);
    }

    Collection<String> customers() {
        return Collections.unmodifiableCollection(before.keySet());
    }

    void take(Turn turn) {
        now.put(turn.dossier().customer(), turn.dossier());
        turn.changed().forEach(one -> cases.put(one.opening().id(), one));
        told.addAll(turn.told());
    }

    /** A risk's own text, so that it need not be written anew to be kept. */
    void came(String event, String json) {
        asItCame.put(event, json);
    }

    String json(Assessment assessment) {
        return Optional.ofNullable(asItCame.get(assessment.event())).orElseGet(() -> Json.of(assessment.risk()));
    }

    List<Dossier> changed() {
        return now.values().stream()
                .filter(dossier -> !dossier.equals(before.get(dossier.customer())))
                .toList();
    }

    /** Those that are to be looked at at other instants than before. */
    List<Dossier> rescheduled() {
        return changed().stream()
                .filter(dossier -> !dossier.deadlines()
                        .toList()
                        .equals(before.get(dossier.customer()).deadlines().toList()))
                .toList();
    }

    /** In the order in which they first changed, so that one is closed before the next is kept. */
    Collection<RetentionCase> cases() {
        return Collections.unmodifiableCollection(cases.values());
    }

    List<Announcement> told() {
        return Collections.unmodifiableList(told);
    }
}
