package io.vigie.retention.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.events.customer.Channel;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.Team;
import io.vigie.events.wire.Ids;
import io.vigie.retention.casework.RetentionCase;
import io.vigie.retention.casework.Task;
import io.vigie.retention.letters.Addressee;
import io.vigie.retention.letters.Company;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.letters.Envelope.Enclosure;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Visit;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.Outgoing;
import io.vigie.retention.store.Outgoing.Intent;
import io.vigie.retention.store.Outgoing.Job;
import io.vigie.retention.store.Sending;
import io.vigie.retention.store.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Books visits, moves them and calls them off; everybody concerned is told by a calendar entry. */
@ApplicationScoped
public class VisitDesk {
    private static final String BRIEF = "brief.pdf";

    private final Visits visits;
    private final Cases cases;
    private final Briefs briefs;
    private final Addressees addressees;
    private final Company company;
    private final Outgoing outgoing;
    private final MeterRegistry metrics;
    private final Clock clock;

    VisitDesk(
            Visits visits,
            Cases cases,
            Briefs briefs,
            Addressees addressees,
            Company company,
            Outgoing outgoing,
            MeterRegistry metrics,
            Clock clock) {
        this.visits = visits;
        this.cases = cases;
        this.briefs = briefs;
        this.addressees = addressees;
        this.company = company;
        this.outgoing = outgoing;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A visit cannot be booked like that; the message says why. */
    public static final class NoVisit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoVisit(String why) {
            super(why);
        }
    }

    /**
     * Books a visit, or changes the one that is booked; the same again tells nobody anything.
     *
     * @throws NoVisit when the task is no visit to be made any more
     */
    @Transactional
    public Visit book(UUID caseId, Visit wanted, String by) {
        RetentionCase file = cases.find(caseId).orElseThrow(() -> new NoVisit("There is no such case."));
        Team team = teamOf(file, wanted.task());
        Optional<Visit> before = visits.find(wanted.task());
        if (before.filter(wanted::sameAs).isPresent()) {
            return before.get();
        }
        Visit visit = before.map(wanted::after).orElse(wanted);
        keep(file, visit, team, by);
        return visit;
    }

    /** Calls a visit off; none where nothing is booked. */
    @Transactional
    public Optional<Visit> cancel(UUID caseId, UUID task, String by) {
        return cases.find(caseId).filter(file -> file.task(task).isPresent()).flatMap(file -> visits.find(task)
                .filter(booked -> !booked.cancelled())
                .map(Visit::calledOff)
                .map(calledOff -> {
                    keep(file, calledOff, Team.ACCOUNT_MANAGERS, by);
                    return calledOff;
                }));
    }

    /** Visits that are still to be made though their task was cancelled or handed on. */
    public List<Visits.Booked> overtaken(int limit) {
        return visits.overtaken(clock.instant(), limit);
    }

    /** A visit that nobody is to make any more leaves everybody's calendar. */
    @Transactional
    public void callOff(Visits.Booked visit) {
        cancel(visit.caseId(), visit.task(), Messages.OURSELVES);
    }

    /** The page that the visitor takes along; none where there is no such task, or it is of who may not know of it. */
    public Optional<byte[]> brief(UUID caseId, UUID task, Language language) {
        return cases.find(caseId).flatMap(file -> file.task(task)
                .flatMap(found -> briefs.of(file, found.order().step().team(), language)));
    }

    private void keep(RetentionCase file, Visit visit, Team team, String by) {
        String customer = file.opening().customer();
        if (!visits.keep(visit, file.opening().id(), customer, by, clock.instant())) {
            throw new NoVisit("Somebody else has changed this visit, or the customer is erased; look at the case.");
        }
        Addressee to = addressees.of(customer);
        invite(file, visit, "host", List.of(visit.host()), enclosures(file, visit, team, to));
        if (!visit.guests().isEmpty()) {
            invite(file, visit, "guests", visit.guests(), List.of(entry(visit, summary(to, false))));
        }
        metrics.counter(
                        "vigie.visits",
                        "change",
                        visit.cancelled() ? "cancelled" : visit.sequence() == 0 ? "booked" : "moved")
                .increment();
    }

    /** What tells of the customer goes to our own people only. */
    private List<Enclosure> enclosures(RetentionCase file, Visit visit, Team team, Addressee to) {
        List<Enclosure> enclosures = new ArrayList<>(List.of(entry(visit, summary(to, true))));
        if (!visit.cancelled()) {
            briefs.of(file, team, company.language())
                    .ifPresent(page -> enclosures.add(new Enclosure(
                            BRIEF, "application/pdf", Base64.getEncoder().encodeToString(page))));
        }
        return enclosures;
    }

    private void invite(RetentionCase file, Visit visit, String whom, List<String> to, List<Enclosure> enclosures) {
        String customer = file.opening().customer();
        Addressee addressee = addressees.of(customer);
        String subject = summary(addressee, whom.equals("host"));
        UUID id = Ids.derived(visit.task().toString(), "invitation/" + visit.sequence() + "/" + whom);
        outgoing.intend(
                new Intent(
                        id,
                        Sending.Kind.INVITATION,
                        new Job(visit.task(), file.opening().id()),
                        customer,
                        visit.cancelled() ? "visit-cancelled" : "visit",
                        new Envelope(Channel.EMAIL, to, subject, subject, enclosures)),
                clock.instant());
    }

    private Enclosure entry(Visit visit, String summary) {
        String entry = Invitation.of(visit, summary, company.email(), clock.instant());
        return new Enclosure(
                "invite.ics",
                Invitation.type(visit),
                Base64.getEncoder().encodeToString(entry.getBytes(StandardCharsets.UTF_8)));
    }

    /** Our people read whom they visit, the customer by whom they are visited. */
    private String summary(Addressee to, boolean ours) {
        String whom = ours ? to.name().orElse(to.customer()) : company.name();
        Language language = ours ? company.language() : to.language();
        return (language == Language.FR ? "Visite : " : "Visit: ") + whom;
    }

    private static Team teamOf(RetentionCase file, UUID id) {
        Task task = file.task(id)
                .filter(Task.ToDo.class::isInstance)
                .orElseThrow(() -> new NoVisit("This task is not to be done any more."));
        Action action = task.order().step().action();
        if (action != Action.ACCOUNT_MANAGER_VISIT && action != Action.SALES_DIRECTOR_VISIT) {
            throw new NoVisit("This task is no visit but " + action.word() + ".");
        }
        if (file.waitsForConfirmation()) {
            throw new NoVisit("The customer's notice is not confirmed yet; send the confirmation first.");
        }
        return task.order().step().team();
    }
}
