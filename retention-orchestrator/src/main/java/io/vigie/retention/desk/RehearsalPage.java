package io.vigie.retention.desk;

import io.vigie.events.Word;
import io.vigie.events.retention.Team;
import io.vigie.retention.rehearsal.Result;
import io.vigie.retention.rehearsal.Side;
import io.vigie.retention.rehearsal.Treatment;
import io.vigie.retention.store.Rehearsals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A simulation as shown.
 *
 * @param live version beside which the draft was tried
 * @param treatments what customers would get
 * @param loads what teams would have to do
 */
public record RehearsalPage(
        String live, String draft, Rehearsals.Rehearsal rehearsal, List<Verdict> treatments, List<Load> loads) {
    /** How many customers get something under either. */
    public record Verdict(Treatment treatment, long live, long draft) {}

    /** All tasks of a team, and those of its fullest day, under either. */
    public record Load(Team team, long live, long liveAtMost, long draft, long draftAtMost) {}

    static RehearsalPage of(String live, String draft, Rehearsals.Rehearsal rehearsal) {
        Result result = rehearsal.result();
        return new RehearsalPage(live, draft, rehearsal, verdicts(result), loads(result));
    }

    private static List<Verdict> verdicts(Result result) {
        Map<Treatment, Long> live = result.live().decisions();
        Map<Treatment, Long> draft = result.draft().decisions();
        TreeSet<Treatment> all = new TreeSet<>(live.keySet());
        all.addAll(draft.keySet());
        return all.stream()
                .map(one -> new Verdict(one, live.getOrDefault(one, 0L), draft.getOrDefault(one, 0L)))
                .toList();
    }

    private static List<Load> loads(Result result) {
        TreeSet<String> teams = new TreeSet<>(result.live().tasks().keySet());
        teams.addAll(result.draft().tasks().keySet());
        return teams.stream()
                .map(team -> new Load(
                        Word.of(Team.class, team),
                        all(result.live(), team),
                        most(result.live(), team),
                        all(result.draft(), team),
                        most(result.draft(), team)))
                .toList();
    }

    private static long all(Side side, String team) {
        return days(side, team).values().stream().mapToLong(Long::longValue).sum();
    }

    private static long most(Side side, String team) {
        return days(side, team).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static Map<LocalDate, Long> days(Side side, String team) {
        return side.tasks().getOrDefault(team, Map.of());
    }
}
