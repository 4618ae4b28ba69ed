package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.Word;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.store.Worker;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
    private final SecurityIdentity identity;

    DeskPages(Binder binder, Worker worker, SecurityIdentity identity) {
        this.binder = binder;
        this.worker = worker;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance queue(@RestQuery Optional<String> team, @RestQuery Optional<UUID> after) {
        return Templates.queue(binder.queue(team(team), after));
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
        return after(id, task -> worker.claim(task, me()));
    }

    @POST
    @Path("tasks/{id}/complete")
    @Operation(hidden = true)
    public TemplateInstance complete(
            @RestPath UUID id, @FormParam("outcome") String outcome, @FormParam("note") @Nullable String note) {
        Outcome came = Word.of(Outcome.class, outcome);
        String written = Optional.ofNullable(note).orElse("");
        return after(id, task -> worker.complete(task, came, written, me()));
    }

    /** The line as it is now, also when somebody else was faster: then it says so. */
    private TemplateInstance after(UUID task, Predicate<UUID> deed) {
        boolean tooLate = false;
        try {
            if (!deed.test(task)) {
                throw new NotFoundException();
            }
        } catch (IllegalMove e) {
            tooLate = true;
        }
        return Templates.line(binder.line(task).orElseThrow(NotFoundException::new), tooLate);
    }

    private String me() {
        return identity.getPrincipal().getName();
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

        static native TemplateInstance line(QueuePage.Line line, boolean tooLate);

        static native TemplateInstance file(CasePage page);
    }
}
