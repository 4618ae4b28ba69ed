package io.vigie.look;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;

/** The way in and out of the pages; the form itself is checked by Quarkus. */
@Path("/")
@PermitAll
public class SignIn {
    private final SecurityIdentity identity;

    @Inject
    SignIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Path("login")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(@RestQuery boolean failed) {
        return Templates.login(failed);
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        if (!identity.isAnonymous()) {
            FormAuthenticationMechanism.logout(identity);
        }
        return Response.seeOther(URI.create("/login")).build();
    }

    @CheckedTemplate(basePath = "look")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(boolean failed);
    }
}
