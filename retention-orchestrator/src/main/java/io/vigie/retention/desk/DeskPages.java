package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.Word;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.casework.Promise;
import io.vigie.retention.casework.Report;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.store.Gatekeeper;
import io.vigie.retention.store.Staff;
import io.vigie.retention.store.Worker;
import io.vigie.retention.teams.Person;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The desk's pages, and what is done on them. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DeskPages {
    private final Binder binder;
    private final Worker worker;
    private final Staff staff;
    private final Gatekeeper gatekeeper;
    private final RetentionSettings settings;
    private final SecurityIdentity identity;

    DeskPages(
            Binder binder,
            Worker worker,
            Staff staff,
            Gatekeeper gatekeeper,
            RetentionSettings settings,
            SecurityIdentity identity) {
        this.binder = binder;
        this.worker = worker;
        this.staff = staff;
        this.gatekeeper = gatekeeper;
        this.settings = settings;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance queue(
            @RestQuery Optional<String> team, @RestQuery boolean mine, @RestQuery Optional<UUID> after) {
        Optional<Person> me = mine ? staff.person(by().name()).map(Staff.Versioned::what) : Optional.empty();
        return Templates.queue(binder.queue(team(team), me, after));
    }

    @GET
    @Path("cases/{id}")
    @Operation(hidden = true)
    public TemplateInstance file(@RestPath UUID id) {
        return Templates.file(binder.file(id).orElseThrow(NotFoundException::new));
    }

    @POST
    @Path("tasks/{id}/claim")
    @Operation(hidden = true)
    public TemplateInstance claim(@RestPath UUID id) {
        QueuePage.Line line = binder.line(id).orElseThrow(NotFoundException::new);
        return gatekeeper.againstTaking(line.task()).isPresent()
                ? Templates.line(line)
                : after(id, task -> worker.claim(task, by()));
    }

    @POST
    @Path("tasks/{id}/release")
    @Operation(hidden = true)
    public TemplateInstance release(@RestPath UUID id) {
        return after(id, task -> worker.release(task, by()));
    }

    @POST
    @Path("tasks/{id}/snooze")
    @Operation(hidden = true)
    public TemplateInstance snooze(
            @RestPath UUID id, @FormParam("until") LocalDateTime until, @FormParam("reason") String reason) {
        Instant when = until.atZone(settings.zone()).toInstant();
        return after(id, task -> worker.snooze(task, when, Word.of(SnoozeReason.class, reason), by()));
    }

    @POST
    @Path("tasks/{id}/assign")
    @RolesAllowed({"lead", "manager"})
    @Operation(hidden = true)
    public TemplateInstance assign(
            @RestPath UUID id, @FormParam("team") String team, @FormParam("person") @Nullable String person) {
        Optional<String> whom = Optional.ofNullable(person).filter(name -> !name.isBlank());
        return after(id, task -> worker.handTo(task, Word.of(Team.class, team), whom, by()));
    }

    @POST
    @Path("tasks/{id}/complete")
    @Operation(hidden = true)
    public TemplateInstance complete(
            @RestPath UUID id,
            @FormParam("outcome") String outcome,
            @FormParam("note") @Nullable String note,
            @FormParam("promised") @Nullable String promised,
            @FormParam("promisedBy") @Nullable String day) {
        Outcome came = Word.of(Outcome.class, outcome);
        Optional<Promise> promise = came == Outcome.PROMISE ? promise(promised, day) : Optional.empty();
        QueuePage.Line line = binder.line(id).orElseThrow(NotFoundException::new);
        if (came == Outcome.PROMISE && promise.isEmpty()) {
            return Templates.line(line.refused(Why.PROMISE_INCOMPLETE));
        }
        Report report = new Report(came, Optional.ofNullable(note).orElse(""), promise);
        return gatekeeper.againstTaking(line.task()).isPresent()
                ? Templates.line(line)
                : after(id, task -> worker.complete(task, report, by()));
    }

    /** None where a form left out what was promised, or by when. */
    private static Optional<Promise> promise(@Nullable String what, @Nullable String day) {
        try {
            return what == null || day == null || what.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Promise(what, LocalDate.parse(day)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The line as it is now, also when it could not be done: then it says why. */
    private TemplateInstance after(UUID task, Predicate<Worker.Seen> deed) {
        Optional<IllegalMove> refused = Optional.empty();
        try {
            if (binder.line(task).isEmpty() || !deed.test(Worker.Seen.any(task))) {
                throw new NotFoundException();
            }
        } catch (IllegalMove e) {
            refused = Optional.of(e);
        }
        QueuePage.Line line = binder.line(task).orElseThrow(NotFoundException::new);
        return Templates.line(refused.map(why -> line.refused(why.why())).orElse(line));
    }

    private Doer by() {
        boolean leads = identity.hasRole("lead") || identity.hasRole("manager");
        return new Doer(identity.getPrincipal().getName(), leads);
    }

    private static Optional<Team> team(Optional<String> word) {
        return word.flatMap(asked -> List.of(Team.values()).stream()
                .filter(team -> team.word().equals(asked))
                .findFirst());
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance queue(QueuePage queue);

        static native TemplateInstance line(QueuePage.Line line);

        static native TemplateInstance file(CasePage page);
    }
}
