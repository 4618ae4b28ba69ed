package io.vigie.retention.desk;

import io.vigie.events.Word;
import io.vigie.events.retention.Team;
import io.vigie.retention.golive.Outlook;
import io.vigie.retention.rehearsal.Treatment;
import io.vigie.retention.store.GoLive;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A company's going live as shown.
 *
 * @param latest what was tried or done last
 * @param refused why what was asked was not done
 * @param mayDo whether the reader may have it tried and done
 */
public record GoLivePage(
        Optional<GoLive> latest, List<Verdict> verdicts, List<Load> loads, Optional<String> refused, boolean mayDo) {
    /** How many get something, if everybody had the time, and in the time there is. */
    public record Verdict(Treatment treatment, long wanted, long fits) {}

    /** How many tasks of a team are due on a day. */
    public record Load(Team team, LocalDate day, long tasks) {}

    static GoLivePage of(Optional<GoLive> latest, Optional<String> refused, boolean mayDo) {
        Optional<Outlook> outlook = latest.flatMap(GoLive::outlook);
        return new GoLivePage(
                latest,
                outlook.map(GoLivePage::verdicts).orElse(List.of()),
                outlook.map(one -> loads(one.fits().tasks())).orElse(List.of()),
                refused,
                mayDo);
    }

    private static List<Verdict> verdicts(Outlook outlook) {
        Map<Treatment, Long> wanted = outlook.wanted().decisions();
        Map<Treatment, Long> fits = outlook.fits().decisions();
        TreeSet<Treatment> all = new TreeSet<>(wanted.keySet());
        all.addAll(fits.keySet());
        return all.stream()
                .map(one -> new Verdict(one, wanted.getOrDefault(one, 0L), fits.getOrDefault(one, 0L)))
                .toList();
    }

    private static List<Load> loads(Map<String, Map<LocalDate, Long>> tasks) {
        return tasks.entrySet().stream()
                .flatMap(team -> team.getValue().entrySet().stream()
                        .map(day -> new Load(Word.of(Team.class, team.getKey()), day.getKey(), day.getValue())))
                .toList();
    }

    public boolean busy() {
        return latest.filter(GoLive::busy).isPresent();
    }

    public boolean live() {
        return latest.flatMap(GoLive::liveFrom).isPresent();
    }

    public boolean mayConfirm() {
        return mayDo && latest.filter(GoLive::ready).isPresent();
    }

    public boolean mayTry() {
        return mayDo && !live() && !busy();
    }
}
