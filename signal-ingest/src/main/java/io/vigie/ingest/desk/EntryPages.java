package io.vigie.ingest.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.Word;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.signals.Entering;
import io.vigie.ingest.intake.Candidate;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Naming;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.stream.NotAcknowledged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The form for what comes on paper: returned mail, failed direct debits, letters of termination. */
@Path("/ops/entry")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({"lead", "manager"})
public class EntryPages {
    private final Naming naming;
    private final Entering entering;
    private final IngestSettings settings;
    private final InstantSource clock;

    EntryPages(Naming naming, Entering entering, IngestSettings settings, InstantSource clock) {
        this.naming = naming;
        this.entering = entering;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance form(@RestQuery @DefaultValue("returned-mail") String kind) {
        return Templates.entry(empty(kind(kind)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance enter(MultivaluedMap<String, String> sent) {
        EntryForm form = EntryForm.of(kind(String.valueOf(sent.getFirst("kind"))), sent);
        Instant now = clock.instant();
        Fields.Reading read = EntryReader.read(form, naming, now, settings.zone());
        EntryPage page = EntryPage.of(form, today());
        return Templates.entry(
                read.said().map(said -> entered(said, now, page)).orElseGet(() -> page.with(read.faults())));
    }

    private EntryPage entered(Candidate said, Instant now, EntryPage page) {
        try {
            return switch (entering.take(said, now)) {
                case Decision.Accepted<Signal>(Signal signal) ->
                    empty(page.form().kind()).with(signal);
                case Decision.Declined<Signal>(Refusal why) -> page.refused(why.detail());
            };
        } catch (NotAcknowledged | DatabaseAway _) {
            return page.notSafe();
        }
    }

    private EntryPage empty(EntryKind kind) {
        return EntryPage.of(EntryForm.empty(kind, LocalDate.parse(today())), today());
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone()).toString();
    }

    private static EntryKind kind(String word) {
        try {
            return Word.of(EntryKind.class, word);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
    }

    @CheckedTemplate(basePath = "ops")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance entry(EntryPage page);
    }
}
