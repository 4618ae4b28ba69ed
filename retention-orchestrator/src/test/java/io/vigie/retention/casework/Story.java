package io.vigie.retention.casework;

import static java.time.ZoneOffset.UTC;

import io.vigie.events.retention.Action;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.ARisk;
import io.vigie.retention.policy.Parting;
import io.vigie.retention.policy.Policies;
import io.vigie.retention.policy.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to one customer, told step by step. */
final class Story {
    static final Instant RECEIVED = Instant.parse("2026-03-03T10:00:01Z");
    private static final Rulebook RULES = Rulebook.of(Policies.still());

    private final CaseDesk cases;
    private final TaskDesk tasks;
    private final OverruleDesk overruling;
    private final List<Announcement> told = new ArrayList<>();
    private final Map<UUID, RetentionCase> all = new LinkedHashMap<>();
    private Dossier dossier = Dossier.of("C-1");
    private int events;

    Story() {
        this(new History(Optional.empty(), false));
    }

    Story(History history) {
        this(history, false);
    }

    private Story(History history, boolean followed) {
        FollowUp followUp = new FollowUp(WorkRules.shipped(), RULES, new Ladder(), followed);
        cases = new CaseDesk(RULES, history, followUp);
        tasks = new TaskDesk(RULES, followUp);
        overruling = new OverruleDesk(RULES, followUp);
    }

    /** One whose tasks are followed up until they are done. */
    static Story followed() {
        return new Story(new History(Optional.empty(), false), true);
    }

    /** Every team has a lead; the call centre's late tasks go up to the retention unit, and no further. */
    private record Ladder() implements Tiers {
        @Override
        public Optional<String> lead(Team team) {
            return Optional.of("lead-of-" + team.word());
        }

        @Override
        public Optional<Team> above(Team team) {
            return team == Team.CALL_CENTRE ? Optional.of(Team.RETENTION_UNIT) : Optional.empty();
        }

        @Override
        public Optional<String> idOf(String named) {
            return Optional.of(named).filter(name -> name.equals("jo") || name.startsWith("agent"));
        }
    }

    void comes(ARisk risk) {
        comes(risk, ARisk.TUESDAY);
    }

    void comes(ARisk risk, Instant wallClock) {
        events++;
        take(cases.assessed(
                dossier, new Assessment("event-" + events, Optional.of(RECEIVED), risk.assessed()), wallClock));
    }

    void timePasses(Instant until) {
        timePasses(until, ARisk.TUESDAY);
    }

    void timePasses(Instant until, Instant wallClock) {
        take(cases.passed(dossier, until, wallClock));
    }

    void parts(Parting parting) {
        take(cases.parted(dossier, parting, "interview"));
    }

    void isErased(Instant at) {
        take(cases.erased(dossier, "erasure", at, ARisk.TUESDAY));
    }

    void claims(String by) {
        take(tasks.claim(dossier, toDo(), Doer.agent(by), ARisk.TUESDAY));
    }

    void completes(Outcome outcome, Instant at) {
        completes(toDo(), outcome, at);
    }

    void completes(UUID task, Outcome outcome, Instant at) {
        Optional<Promise> promised = Optional.of(
                        new Promise("a call back", LocalDate.ofInstant(at, UTC).plusDays(7)))
                .filter(_ -> outcome == Outcome.PROMISE);
        take(tasks.complete(dossier, task, new Report(outcome, "", promised), Doer.agent("agent-1"), at));
    }

    void releases(Doer by) {
        take(tasks.release(dossier, toDo(), by, ARisk.TUESDAY));
    }

    void snoozes(Instant until, SnoozeReason because, Doer by) {
        take(tasks.snooze(dossier, toDo(), until, because, by, ARisk.TUESDAY));
    }

    void hands(Team team, Optional<String> person) {
        take(tasks.handTo(dossier, toDo(), team, person, ARisk.TUESDAY));
    }

    void overrules(Action instead, Team team) {
        take(overruling.overrule(
                dossier,
                new OverruleDesk.Choice(Optional.of(instead), Optional.of(team), "agent-1", "better so"),
                ARisk.TUESDAY.plusSeconds(3_600)));
    }

    void claims(UUID task, String by) {
        take(tasks.claim(dossier, task, Doer.agent(by), ARisk.TUESDAY));
    }

    void completes(UUID task, Outcome outcome, String by) {
        take(tasks.complete(dossier, task, Report.of(outcome, ""), Doer.agent(by), ARisk.TUESDAY));
    }

    void promises(Promise promise, String by) {
        take(tasks.complete(
                dossier, toDo(), new Report(Outcome.PROMISE, "", Optional.of(promise)), Doer.agent(by), ARisk.TUESDAY));
    }

    UUID toDo() {
        return current().toDo().findFirst().orElseThrow().order().id();
    }

    Dossier dossier() {
        return dossier;
    }

    RetentionCase current() {
        return dossier.current().orElseThrow();
    }

    List<Task> tasks() {
        return current().tasks();
    }

    /** Every case in its last state. */
    List<RetentionCase> cases() {
        return List.copyOf(all.values());
    }

    String closed() {
        return all.values().stream()
                .filter(RetentionCase.Closed.class::isInstance)
                .map(RetentionCase.Closed.class::cast)
                .reduce((_, last) -> last)
                .map(last -> CaseDeskTest.Statement.of(last.result(), last.because()))
                .orElse("");
    }

    List<Announcement> told() {
        return told;
    }

    List<String> toldTypes() {
        return told.stream().map(one -> one.event().getClass().getSimpleName()).toList();
    }

    private void take(Turn turn) {
        dossier = turn.dossier();
        turn.changed().forEach(one -> all.put(one.opening().id(), one));
        told.addAll(turn.told());
    }
}
