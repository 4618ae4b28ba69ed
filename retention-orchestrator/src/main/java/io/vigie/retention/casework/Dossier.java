package io.vigie.retention.casework;

import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Outcome;
import io.vigie.retention.law.Contact;
import io.vigie.retention.policy.Past;
import io.vigie.retention.policy.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is remembered of one customer between two events.
 *
 * @param latest the last risk that came in
 * @param lastNoAction the last decision not to act, while the situation it was made in lasts
 * @param answeredAt when a case last came to its end or to its waiting: what was open then counts as answered
 * @param lookAgainAt when to decide again though nothing comes
 * @param contacts those that our own tasks made within the last ninety days, oldest first
 * @param current the case that is open or waiting; at most one
 */
public record Dossier(
        String customer,
        Optional<Assessment> latest,
        Optional<NoAction> lastNoAction,
        Optional<Instant> answeredAt,
        Optional<Instant> lookAgainAt,
        List<Contact> contacts,
        Optional<RetentionCase> current) {
    private static final Duration AS_FAR_AS_LIMITS_LOOK = Duration.ofDays(90);

    public Dossier {
        contacts = List.copyOf(contacts);
    }

    /** A decision not to act, known by its reason and the row that made it. */
    public record NoAction(NoActionReason because, String rule) {}

    public static Dossier of(String customer) {
        return new Dossier(
                customer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** What falls due next though nothing comes. */
    public Optional<Deadline> nextDeadline() {
        return deadlines().min(Comparator.comparing(Deadline::due));
    }

    public Stream<Deadline> deadlines() {
        return Stream.concat(
                lookAgainAt.map(Deadline.LookAgain::new).stream(),
                current
                        .filter(RetentionCase.Waiting.class::isInstance)
                        .map(RetentionCase.Waiting.class::cast)
                        .map(waiting -> new Deadline.WaitOver(waiting.until()))
                        .stream());
    }

    Dossier withLatest(Assessment assessment) {
        return new Dossier(customer, Optional.of(assessment), lastNoAction, answeredAt, lookAgainAt, contacts, current);
    }

    Dossier withNoAction(Optional<NoAction> noAction) {
        return new Dossier(customer, latest, noAction, answeredAt, lookAgainAt, contacts, current);
    }

    Dossier answeredAt(Instant at) {
        return new Dossier(customer, latest, lastNoAction, Optional.of(at), lookAgainAt, contacts, current);
    }

    Dossier lookingAgainAt(Optional<Instant> at) {
        return new Dossier(customer, latest, lastNoAction, answeredAt, at, contacts, current);
    }

    /** What a decision is to know of what went before. */
    public Past past() {
        return new Past(answeredAt, contacts);
    }

    /** One more contact was tried; limits look back no further than they need. */
    Dossier contacted(Step step, Outcome outcome, Instant at) {
        List<Contact> all = Stream.concat(
                        contacts.stream(),
                        Stream.of(new Contact(
                                at,
                                Optional.of(step.channel()),
                                outcome != Outcome.NOT_REACHED,
                                outcome == Outcome.REFUSED,
                                step.counted())))
                .filter(contact -> contact.at().plus(AS_FAR_AS_LIMITS_LOOK).isAfter(at))
                .toList();
        return new Dossier(customer, latest, lastNoAction, answeredAt, lookAgainAt, all, current);
    }

    /** The case under way is the one given, unless that is closed. */
    public Dossier with(RetentionCase changed) {
        Optional<RetentionCase> kept =
                changed instanceof RetentionCase.Closed ? Optional.empty() : Optional.of(changed);
        return new Dossier(customer, latest, lastNoAction, answeredAt, lookAgainAt, contacts, kept);
    }
}
