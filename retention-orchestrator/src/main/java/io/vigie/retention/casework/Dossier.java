package io.vigie.retention.casework;

import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Outcome;
import io.vigie.events.risk.LifeState;
import io.vigie.retention.law.Contact;
import io.vigie.retention.policy.Parting;
import io.vigie.retention.policy.Past;
import io.vigie.retention.policy.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that is remembered of one customer between two events.
 *
 * @param latest the last risk that came in
 * @param lastNoAction the last decision not to act, while the situation it was made in lasts
 * @param answeredAt when a case last came to its end or to its waiting: what was open then counts as answered
 * @param lookAgainAt when to decide again though nothing comes
 * @param contacts those that our own tasks made within the last ninety days, oldest first
 * @param calmUntil when a case that nobody has begun is closed, if the level stays stable
 * @param lastCase how the case before ended
 * @param owner who made the last contact to win the customer back: they own the second loyalty, if there is to be one
 * @param parting what the customer said of being asked back, when they left
 * @param current the case that is open or waiting; at most one
 */
public record Dossier(
        String customer,
        Optional<Assessment> latest,
        Optional<NoAction> lastNoAction,
        Optional<Instant> answeredAt,
        Optional<Instant> lookAgainAt,
        List<Contact> contacts,
        Optional<Instant> calmUntil,
        Optional<LastCase> lastCase,
        Optional<String> owner,
        Optional<Parting> parting,
        Optional<RetentionCase> current) {
    private static final Duration AS_FAR_AS_LIMITS_LOOK = Duration.ofDays(Contact.REMEMBERED_DAYS);

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
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What falls due next though nothing comes. */
    public Optional<Deadline> nextDeadline() {
        return deadlines().min(Comparator.comparing(Deadline::due));
    }

    public Stream<Deadline> deadlines() {
        Optional<RetentionCase.Waiting> waiting =
                current.filter(RetentionCase.Waiting.class::isInstance).map(RetentionCase.Waiting.class::cast);
        return Stream.<Optional<? extends Deadline>>of(
                        lookAgainAt.map(Deadline.LookAgain::new),
                        waiting.map(one -> new Deadline.WaitOver(one.until())),
                        calmUntil.map(Deadline.CalmOver::new),
                        first(task -> task.watch()
                                .next()
                                .map(at ->
                                        new Deadline.TaskAlarm(at, task.order().id()))),
                        first(task -> task instanceof Task.Snoozed snoozed
                                ? Optional.of(new Deadline.SnoozeOver(
                                        snoozed.until(), task.order().id()))
                                : Optional.empty()))
                .flatMap(Optional::stream);
    }

    /** Of each kind only the next is kept: the one after it follows from the state that the first leaves. */
    private <D extends Deadline> Optional<D> first(Function<Task.ToDo, Optional<D>> deadline) {
        return current.stream()
                .flatMap(RetentionCase::toDo)
                .flatMap(task -> deadline.apply(task).stream())
                .min(Comparator.comparing(Deadline::due));
    }

    Dossier withLatest(Assessment assessment) {
        return but(next -> next.latest = Optional.of(assessment));
    }

    Dossier withNoAction(Optional<NoAction> noAction) {
        return but(next -> next.lastNoAction = noAction);
    }

    Dossier answeredAt(Instant at) {
        return but(next -> next.answeredAt = Optional.of(at));
    }

    Dossier lookingAgainAt(Optional<Instant> at) {
        return but(next -> next.lookAgainAt = at);
    }

    Dossier calmUntil(Optional<Instant> until) {
        return but(next -> next.calmUntil = until);
    }

    Dossier ownedBy(String person) {
        return but(next -> next.owner = Optional.of(person));
    }

    Dossier parting(Parting said) {
        return but(next -> next.parting = Optional.of(said));
    }

    /** One more contact was tried; limits look back no further than they need. */
    Dossier contacted(Step step, Outcome outcome, Instant at) {
        Contact tried = new Contact(
                at,
                Optional.of(step.channel()),
                outcome != Outcome.NOT_REACHED,
                outcome == Outcome.REFUSED,
                step.counted());
        return but(next -> next.contacts = Stream.concat(contacts.stream(), Stream.of(tried))
                .filter(contact -> contact.at().plus(AS_FAR_AS_LIMITS_LOOK).isAfter(at))
                .toList());
    }

    /** The case under way is the one given, unless that is closed; what is not open any more cannot calm down. */
    public Dossier with(RetentionCase changed) {
        return but(next -> {
            next.current = Optional.of(changed).filter(one -> !(one instanceof RetentionCase.Closed));
            if (!(changed instanceof RetentionCase.Opened)) {
                next.calmUntil = Optional.empty();
            }
            if (changed instanceof RetentionCase.Closed closed) {
                next.lastCase = Optional.of(LastCase.of(closed));
            }
        });
    }

    /** What a decision is to know of what went before. */
    public Past past() {
        return new Past(answeredAt, contacts, parting);
    }

    /** Whether the customer has left before and come back. */
    boolean inSecondLife() {
        return latest.filter(one -> one.risk().life().number() > 1).isPresent();
    }

    /** What a contact made now would be for: the purpose of the case under way, else what has become of the customer. */
    public Purpose purpose() {
        boolean left = latest.filter(one -> one.risk().life().state() == LifeState.LOST)
                .isPresent();
        return current.map(one -> one.opening().purpose()).orElse(left ? Purpose.WIN_BACK : Purpose.RETENTION);
    }

    Optional<String> accountManager() {
        return latest.flatMap(one -> one.risk().decisionInput().accountManager());
    }

    private Dossier but(Consumer<NextDossier> change) {
        NextDossier next = new NextDossier(this);
        change.accept(next);
        return next.dossier();
    }
}
