package io.vigie.retention.casework;

import java.util.ArrayList;
import java.util.List;

/**
 * What one event made of one dossier.
 *
 * @param dossier as it is now
 * @param changed the cases that changed, oldest state first
 * @param told what is to be announced, in order
 */
public record Turn(Dossier dossier, List<RetentionCase> changed, List<Announcement> told) {
    public Turn {
        changed = List.copyOf(changed);
        told = List.copyOf(told);
    }

    static Turn none(Dossier dossier) {
        return new Turn(dossier, List.of(), List.of());
    }

    Turn then(Turn next) {
        List<RetentionCase> cases = new ArrayList<>(changed);
        cases.addAll(next.changed);
        List<Announcement> all = new ArrayList<>(told);
        all.addAll(next.told);
        return new Turn(next.dossier, cases, all);
    }
}
