package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.dispatch.Sender;
import io.vigie.retention.letters.Envelope;
import io.vigie.retention.letters.Envelope.Enclosure;
import io.vigie.retention.store.Outgoing;
import io.vigie.retention.store.Sending;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** What was sent by machine, to be read; where nothing leaves the house it is the mailbox. */
@Path("/desk/outgoing")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OutgoingPages {
    private static final int MOST = 200;
    private static final String HERE = "/desk/outgoing/";

    private final Outgoing outgoing;
    private final Sender sender;
    private final RetentionSettings settings;
    private final SecurityIdentity identity;
    private final Clock clock;

    OutgoingPages(
            Outgoing outgoing, Sender sender, RetentionSettings settings, SecurityIdentity identity, Clock clock) {
        this.outgoing = outgoing;
        this.sender = sender;
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        boolean local = settings.mail().transport() == RetentionSettings.Mail.Transport.LOCAL;
        return Templates.outgoing(outgoing.latest(Optional.empty(), MOST), local);
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance one(@RestPath UUID id) {
        Sending sending = found(id);
        return Templates.sending(sending, outgoing.envelope(sending), outgoing.over(id));
    }

    @GET
    @Path("{id}/{enclosure}")
    @Produces("application/octet-stream")
    @Operation(hidden = true)
    public Response enclosure(@RestPath UUID id, @RestPath int enclosure) {
        List<Enclosure> all =
                outgoing.envelope(found(id)).map(Envelope::enclosures).orElse(List.of());
        if (enclosure < 0 || enclosure >= all.size()) {
            throw new NotFoundException();
        }
        Enclosure asked = all.get(enclosure);
        return Response.ok(Base64.getDecoder().decode(asked.base64()), asked.type())
                .header("Content-Disposition", "attachment; filename=\"" + asked.name() + "\"")
                .build();
    }

    @POST
    @Path("{id}/sent")
    @Operation(hidden = true)
    public Response sent(@RestPath UUID id) {
        sender.settle(found(id).id(), me());
        return Response.seeOther(URI.create(HERE + id)).build();
    }

    @POST
    @Path("{id}/resend")
    @Operation(hidden = true)
    public Response resend(@RestPath UUID id) {
        outgoing.resend(found(id).id(), me(), clock.instant());
        return Response.seeOther(URI.create(HERE + id)).build();
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    private Sending found(UUID id) {
        return outgoing.find(id).orElseThrow(NotFoundException::new);
    }

    @CheckedTemplate(basePath = "acting")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance outgoing(List<Sending> sendings, boolean local);

        static native TemplateInstance sending(Sending sending, Optional<Envelope> envelope, boolean over);
    }
}
