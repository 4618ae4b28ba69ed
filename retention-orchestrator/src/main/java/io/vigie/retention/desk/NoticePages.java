package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.dispatch.NoticeRound;
import io.vigie.retention.store.Notices.Owed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The yearly notices of the law, and whom they have missed. */
@Path("/desk/letters/notices")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NoticePages {
    private static final int MOST = 200;

    private final NoticeRound round;
    private final SecurityIdentity identity;

    NoticePages(NoticeRound round, SecurityIdentity identity) {
        this.round = round;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance all() {
        return Templates.notices(round.standing(), round.missed(MOST));
    }

    @POST
    @Operation(hidden = true)
    public Response writeLate() {
        round.writeLate(MOST, identity.getPrincipal().getName());
        return Response.seeOther(URI.create("/desk/letters/notices")).build();
    }

    @CheckedTemplate(basePath = "acting")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notices(NoticeRound.Standing standing, List<Owed> missed);
    }
}
