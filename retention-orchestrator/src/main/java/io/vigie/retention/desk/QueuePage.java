package io.vigie.retention.desk;

import io.vigie.events.customer.Person;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.casework.Watch;
import io.vigie.retention.store.QueuedTask;
import io.vigie.retention.store.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The queue as shown.
 *
 * @param team whose queue, where one was asked for
 * @param mine whether only what the reader can do was asked for
 * @param next the task after which the next page begins, where there is one
 */
public record QueuePage(Optional<Team> team, boolean mine, List<Line> lines, Optional<String> next) {
    public List<Team> teams() {
        return List.of(Team.values());
    }

    /**
     * One task with what a person needs to decide whether to take it on.
     *
     * @param name the customer's, where the company gave one
     * @param refusal why what was just asked for could not be done
     * @param law what it says of the channel now, where one task or case is looked at
     * @param whom to call first, where a visit is to be made and the company said who is there
     */
    public record Line(
            QueuedTask task,
            Optional<String> name,
            Optional<Person> whom,
            List<String> reasons,
            boolean late,
            Optional<Why> refusal,
            Optional<Lawfulness> law) {
        /** The same, with why what was just asked for could not be done. */
        Line refused(Why why) {
            return new Line(task, name, whom, reasons, late, Optional.of(why), law);
        }

        Line lawful(Optional<Lawfulness> now) {
            return new Line(task, name, whom, reasons, late, refusal, now);
        }

        public String customer() {
            return name.orElse(task.customer());
        }

        public String whomToCall() {
            return whom.map(person -> person.name()
                            .map(known -> known + ", " + person.role())
                            .orElse(person.role()))
                    .orElse("");
        }

        public String taker() {
            return task.claimedBy().orElse("");
        }

        public boolean free() {
            return task.status() != TaskStatus.CLAIMED;
        }

        public boolean soonLate() {
            return task.standing().watch() == Watch.Stage.WARNED;
        }

        /** Those that people give; that of the next try is our own. */
        public List<SnoozeReason> snoozeReasons() {
            return List.of(SnoozeReason.CUSTOMER_ASKED, SnoozeReason.WAITING_FOR_INFORMATION, SnoozeReason.OTHER);
        }

        public List<Team> teams() {
            return Stream.of(Team.values())
                    .filter(team -> team != Team.AUTOMATIC)
                    .toList();
        }

        public List<Outcome> outcomes() {
            return List.of(Outcome.values());
        }

        public boolean done() {
            return task.status() == TaskStatus.DONE;
        }

        public boolean toDo() {
            return task.status().toDo();
        }
    }
}
