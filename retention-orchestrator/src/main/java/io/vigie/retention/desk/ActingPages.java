package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.dispatch.LetterWriter;
import io.vigie.retention.dispatch.Messages;
import io.vigie.retention.dispatch.VisitDesk;
import io.vigie.retention.letters.Language;
import io.vigie.retention.letters.Visit;
import io.vigie.retention.store.OfferBook;
import io.vigie.retention.store.Outgoing;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of a case's page that helps to act: what to say, what to send. */
@Path("/desk/cases/{id}/acting")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ActingPages {
    private final ActingBinder binder;
    private final LetterWriter writer;
    private final Messages messages;
    private final Outgoing outgoing;
    private final VisitDesk visits;
    private final OfferBook offers;
    private final Naming naming;
    private final RetentionSettings settings;
    private final SecurityIdentity identity;
    private final Clock clock;

    ActingPages(
            ActingBinder binder,
            LetterWriter writer,
            Messages messages,
            Outgoing outgoing,
            VisitDesk visits,
            OfferBook offers,
            Naming naming,
            RetentionSettings settings,
            SecurityIdentity identity,
            Clock clock) {
        this.binder = binder;
        this.writer = writer;
        this.messages = messages;
        this.outgoing = outgoing;
        this.visits = visits;
        this.offers = offers;
        this.naming = naming;
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance acting(@RestPath UUID id) {
        return Templates.oncase(page(id), Optional.empty(), Optional.empty());
    }

    @POST
    @Path("letters")
    @Operation(hidden = true)
    public TemplateInstance letter(
            @RestPath UUID id, @FormParam("task") Optional<UUID> task, @FormParam("text") Optional<String> text) {
        ActingPage page = page(id);
        LetterWriter.Written written = task.map(one -> writer.forTask(id, one, me()))
                .orElseGet(() -> writer.byHand(
                        page.customer(),
                        text.filter(page.texts()::contains).orElseThrow(NotFoundException::new),
                        Optional.empty(),
                        me()));
        return Templates.oncase(page(id), written.lacking(), Optional.empty());
    }

    /** A message that a team's person lets go; it leaves with the next round. */
    @POST
    @Path("message")
    @Operation(hidden = true)
    public TemplateInstance message(@RestPath UUID id, @FormParam("task") UUID task) {
        messages.intend(new Outgoing.Job(task, id));
        outgoing.letGo(task, me(), clock.instant());
        return Templates.oncase(page(id), Optional.empty(), Optional.empty());
    }

    @POST
    @Path("visit")
    @Operation(hidden = true)
    public TemplateInstance book(
            @RestPath UUID id,
            @FormParam("task") UUID task,
            @FormParam("start") String start,
            @FormParam("minutes") int minutes,
            @FormParam("place") String place,
            @FormParam("host") String host,
            @FormParam("guests") String guests) {
        try {
            Instant begins = LocalDateTime.parse(start).atZone(settings.zone()).toInstant();
            List<String> invited = Stream.of(guests.split(","))
                    .map(String::strip)
                    .filter(guest -> !guest.isEmpty())
                    .toList();
            Visit wanted = new Visit(
                    task,
                    0,
                    false,
                    begins,
                    begins.plus(Duration.ofMinutes(minutes)),
                    place.strip(),
                    host.strip(),
                    invited);
            visits.book(id, wanted, me());
            return Templates.oncase(page(id), Optional.empty(), Optional.empty());
        } catch (DateTimeException | IllegalArgumentException | VisitDesk.NoVisit e) {
            return Templates.oncase(page(id), Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    @POST
    @Path("visit/cancel")
    @Operation(hidden = true)
    public TemplateInstance cancel(@RestPath UUID id, @FormParam("task") UUID task) {
        visits.cancel(id, task, me());
        return Templates.oncase(page(id), Optional.empty(), Optional.empty());
    }

    @POST
    @Path("offer")
    @Operation(hidden = true)
    public TemplateInstance askForOffer(@RestPath UUID id, @FormParam("task") UUID task) {
        offers.ask(task, Doer.agent(me()));
        return Templates.oncase(page(id), Optional.empty(), Optional.empty());
    }

    @GET
    @Path("brief")
    @Produces("application/pdf")
    @Operation(hidden = true)
    public byte[] brief(@RestPath UUID id, @RestQuery UUID task) {
        return visits.brief(id, task, Language.of(naming.language(), Language.EN))
                .orElseThrow(NotFoundException::new);
    }

    private ActingPage page(UUID id) {
        return binder.of(id).orElseThrow(NotFoundException::new);
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    @CheckedTemplate(basePath = "acting")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance oncase(
                ActingPage page, Optional<LetterWriter.Lacking> lacking, Optional<String> noVisit);
    }
}
