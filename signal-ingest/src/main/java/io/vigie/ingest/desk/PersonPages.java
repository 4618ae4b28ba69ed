package io.vigie.ingest.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.Word;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Consent;
import io.vigie.events.customer.Purpose;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.customers.PersonalRights;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Names;
import io.vigie.ingest.intake.Naming;
import io.vigie.ingest.intake.Times;
import io.vigie.ingest.intake.Wishes;
import io.vigie.ingest.store.DatabaseAway;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.stream.NotAcknowledged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** The page for a customer who asks after their own data: what they wish, everything held on them, and its erasure. */
@Path("/ops/person")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({"lead", "manager"})
public class PersonPages {
    private static final String MAY_ERASE = "manager";

    private final Naming naming;
    private final PersonalRights rights;
    private final SecurityIdentity identity;
    private final InstantSource clock;
    private final ZoneId zone;

    PersonPages(
            Naming naming,
            PersonalRights rights,
            SecurityIdentity identity,
            InstantSource clock,
            IngestSettings settings) {
        this.naming = naming;
        this.rights = rights;
        this.identity = identity;
        this.clock = clock;
        this.zone = settings.zone();
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance find(@RestQuery Optional<String> customer) {
        String typed = customer.map(String::strip).orElse("");
        return typed.isEmpty() ? page(typed, Optional.empty(), Optional.empty()) : page(typed, named(typed));
    }

    @POST
    @Path("objection")
    @Operation(hidden = true)
    public TemplateInstance object(
            @FormParam("customer") Optional<String> customer,
            @FormParam("objects") boolean objects,
            @FormParam("proof") Optional<String> proof) {
        return done(customer, id -> {
            rights.object(id, new Wishes.Objection(objects, clock.instant(), said(proof)));
            return objects ? PersonNews.OBJECTS : PersonNews.OBJECTS_NO_MORE;
        });
    }

    @POST
    @Path("consent")
    @Operation(hidden = true)
    public TemplateInstance consent(
            @FormParam("customer") Optional<String> customer,
            @FormParam("channel") Optional<String> channel,
            @FormParam("purpose") Optional<String> purpose,
            @FormParam("given") boolean given,
            @FormParam("date") Optional<String> date,
            @FormParam("proof") Optional<String> proof) {
        Optional<LocalDate> day = date.flatMap(this::day);
        return done(customer, id -> {
            if (day.isEmpty() || day.get().isAfter(today())) {
                return day.isEmpty() ? PersonNews.NO_DATE : PersonNews.IN_FUTURE;
            }
            Consent said = new Consent(
                    word(Channel.class, channel),
                    word(Purpose.class, purpose),
                    given,
                    saidAt(given, day.get()),
                    said(proof));
            return rights.consent(id, said) ? PersonNews.CONSENTED : PersonNews.LATER_HOLDS;
        });
    }

    /** Only whoever types the id once more means it: nothing brings a customer back. */
    @POST
    @Path("erasure")
    @RolesAllowed(MAY_ERASE)
    @Operation(hidden = true)
    public TemplateInstance erase(
            @FormParam("customer") Optional<String> customer,
            @FormParam("again") Optional<String> again,
            @FormParam("why") Optional<String> why) {
        return done(customer, id -> {
            if (again.map(String::strip).filter(id::equals).isEmpty()) {
                return PersonNews.NOT_CONFIRMED;
            }
            rights.erase(id, identity.getPrincipal().getName(), word(ErasureRows.Why.class, why));
            return PersonNews.ERASED;
        });
    }

    @GET
    @Path("export")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response export(@RestQuery Optional<String> customer) {
        return Response.ok(rights.everything(sound(customer)), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export.json\"")
                .build();
    }

    private TemplateInstance done(Optional<String> customer, Function<String, PersonNews> doing) {
        String id = sound(customer);
        try {
            return page(id, Optional.of(id), Optional.of(doing.apply(id)));
        } catch (NotAcknowledged | DatabaseAway _) {
            return page(id, Optional.empty(), Optional.of(PersonNews.NOT_SAFE));
        }
    }

    private static String sound(Optional<String> customer) {
        String id = customer.orElseThrow(() -> new BadRequestException("customer is missing: say whom you mean"));
        if (Names.customerFault(id).isPresent()) {
            throw new NotFoundException();
        }
        return id;
    }

    private TemplateInstance page(String typed, Optional<String> customer) {
        return page(typed, customer, customer.isPresent() ? Optional.empty() : Optional.of(PersonNews.NOBODY));
    }

    private TemplateInstance page(String typed, Optional<String> customer, Optional<PersonNews> news) {
        return Templates.person(new PersonPage(
                typed, customer.map(this::person), news, today().toString(), identity.hasRole(MAY_ERASE)));
    }

    private PersonPage.Person person(String id) {
        return new PersonPage.Person(id, rights.name(id), rights.objects(id), rights.consents(id));
    }

    private Optional<String> named(String typed) {
        return naming.customer(typed) instanceof Decision.Accepted<String>(String id)
                ? Optional.of(id).filter(Names::isSound)
                : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** What is noted today was said just now, and so after whatever was said earlier today. */
    private Instant saidAt(boolean given, LocalDate day) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return day.equals(today()) ? now : Times.said(given, day, zone, now);
    }

    private Optional<LocalDate> day(String date) {
        try {
            return Optional.of(LocalDate.parse(date))
                    .filter(said -> said.isAfter(today())
                            || Times.canBeMeant(said.atStartOfDay(zone).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> said(Optional<String> typed) {
        return typed.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E> & Word> E word(Class<E> words, Optional<String> word) {
        try {
            return Word.of(words, word.orElse(""));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    @CheckedTemplate(basePath = "ops")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance person(PersonPage page);
    }
}
