package io.vigie.ingest.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.ingest.IngestSettings;
import io.vigie.ingest.api.quarantine.RawText;
import io.vigie.ingest.api.quarantine.Resending;
import io.vigie.ingest.intake.Refusal;
import io.vigie.ingest.store.Quarantine;
import io.vigie.ingest.store.QuarantineFilter;
import io.vigie.ingest.store.Quarantined;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The pages for ops, and what is done on them. */
@Path("/ops/quarantine")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({"lead", "manager"})
public class OpsPages {
    private static final int SHOWN = 50;
    private static final int SENT_AT_ONCE = 1_000;

    private final Quarantine quarantine;
    private final Resending resending;
    private final SecurityIdentity identity;
    private final InstantSource clock;
    private final ZoneId zone;

    OpsPages(
            Quarantine quarantine,
            Resending resending,
            SecurityIdentity identity,
            InstantSource clock,
            IngestSettings settings) {
        this.quarantine = quarantine;
        this.resending = resending;
        this.identity = identity;
        this.clock = clock;
        this.zone = settings.zone();
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance list(@Context UriInfo asked, @RestQuery Optional<UUID> after) {
        boolean stateSaid = asked.getQueryParameters().containsKey("status");
        QuarantineFilter filter =
                filter(name -> Optional.ofNullable(asked.getQueryParameters().getFirst(name)));
        return page(stateSaid ? filter : filter.open(), after, Optional.empty());
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath UUID id) {
        return page(known(id), Optional.empty());
    }

    @POST
    @Path("{id}/send")
    @Operation(hidden = true)
    public TemplateInstance send(@RestPath UUID id, @FormParam("body") Optional<String> body) {
        Quarantined what = known(id);
        if (!resending.possible(what)) {
            return page(what, Optional.empty());
        }
        byte[] sent = body.map(text -> RawText.bytes(asItWas(text, what), what.contentType()))
                .orElseGet(what::current);
        Optional<Refusal> refused = resending.mended(what, sent, us());
        return page(known(id), refused);
    }

    @POST
    @Path("{id}/drop")
    @Operation(hidden = true)
    public TemplateInstance drop(@RestPath UUID id) {
        quarantine.settle(id, Quarantined.Status.DROPPED, Optional.of(us()), clock.instant());
        return page(known(id), Optional.empty());
    }

    @POST
    @Path("resend")
    @Operation(hidden = true)
    public TemplateInstance resend(
            @FormParam("reason") Optional<String> reason,
            @FormParam("source") Optional<String> source,
            @FormParam("after") Optional<UUID> after) {
        QuarantineFilter kind = filter(name -> switch (name) {
            case "reason" -> reason;
            case "source" -> source;
            default -> Optional.empty();
        });
        return page(kind.open(), Optional.empty(), Optional.of(resending.all(kind, after, SENT_AT_ONCE, us())));
    }

    private TemplateInstance page(QuarantineFilter filter, Optional<UUID> after, Optional<Resending.Answer> sent) {
        List<Quarantined> items = quarantine.newest(filter, after, SHOWN);
        Optional<UUID> next = items.size() < SHOWN
                ? Optional.empty()
                : Optional.of(items.getLast().id());
        return Templates.quarantine(new QuarantinePage(filter, zone, quarantine.openKinds(), items, sent, next));
    }

    private TemplateInstance page(Quarantined what, Optional<Refusal> refused) {
        Optional<String> text = RawText.of(what.raw(), what.contentType());
        String raw = text.orElseGet(() -> Base64.getEncoder().encodeToString(what.raw()));
        return Templates.refusal(new RefusalPage(
                what,
                raw,
                text.isPresent(),
                RawText.of(what.current(), what.contentType()).orElse(raw),
                resending.possible(what),
                refused.map(Refusal::detail)));
    }

    private Quarantined known(UUID id) {
        return quarantine.find(id).orElseThrow(NotFoundException::new);
    }

    private String us() {
        return identity.getPrincipal().getName();
    }

    private QuarantineFilter filter(Function<String, Optional<String>> parameters) {
        try {
            return Days.filter(parameters, zone);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    /** Browsers send every line break of a form as two characters, whatever it was. */
    private static String asItWas(String text, Quarantined what) {
        boolean both = new String(what.raw(), StandardCharsets.ISO_8859_1).contains("\r\n");
        return both ? text : text.replace("\r\n", "\n");
    }

    @CheckedTemplate(basePath = "ops")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance quarantine(QuarantinePage page);

        static native TemplateInstance refusal(RefusalPage page);
    }
}
