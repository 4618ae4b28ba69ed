package io.vigie.scorer.lookout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.risk.RiskAssessed;
import io.vigie.scorer.api.KeptFromAgents;
import io.vigie.scorer.api.MostAtRisk;
import io.vigie.scorer.api.NotForThisRole;
import io.vigie.scorer.api.WhereKept;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The pages on customers' risks; a customer's is drawn by the instance that keeps them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LookoutPages {
    private static final int SHOWN = 50;

    private final MostAtRisk mostAtRisk;
    private final WhereKept where;
    private final Files files;

    LookoutPages(MostAtRisk mostAtRisk, WhereKept where, Files files) {
        this.mostAtRisk = mostAtRisk;
        this.where = where;
        this.files = files;
    }

    @GET
    @Operation(hidden = true)
    public Response root() {
        return Response.seeOther(URI.create("/risk")).build();
    }

    @GET
    @Path("risk")
    @Operation(hidden = true)
    public Response customers(@RestQuery Optional<String> customer) {
        return customer.map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(id -> Response.seeOther(
                        UriBuilder.fromPath("/risk/customers/{id}").build(id)))
                .map(Response.ResponseBuilder::build)
                .orElseGet(this::list);
    }

    private Response list() {
        try {
            List<RiskAssessed> most = mostAtRisk.everywhere("/risk/most", SHOWN);
            return Response.ok(Templates.customers(files.lines(most)).render()).build();
        } catch (NotForThisRole _) {
            return instead("", NothingToShow.notForThisRole());
        }
    }

    /** What another instance asks to draw its list. */
    @GET
    @Path("risk/most")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public List<RiskAssessed> most(@RestQuery String limit) {
        return mostAtRisk.here(MostAtRisk.limit(limit));
    }

    @GET
    @Path("risk/customers/{id}")
    @Operation(hidden = true)
    public Response customer(
            @RestPath String id,
            @RestQuery Optional<String> at,
            @RestQuery List<String> add,
            @RestQuery("in") List<String> days) {
        return page(id, () -> Templates.customer(files.page(id, files.instant(at), new Supposed(add, days))));
    }

    @GET
    @Path("risk/customers/{id}/letter")
    @Operation(hidden = true)
    public Response letter(@RestPath String id, @RestQuery Optional<String> at) {
        return page(id, () -> Templates.letter(files.letter(id, files.instant(at))));
    }

    private Response page(String customer, Supplier<TemplateInstance> shown) {
        try {
            return where.answer(customer, () -> shown.get().render());
        } catch (NothingToShow nothing) {
            return instead(customer, nothing);
        } catch (KeptFromAgents _) {
            return instead(customer, NothingToShow.keptFromAgents());
        } catch (NotForThisRole _) {
            return instead(customer, NothingToShow.notForThisRole());
        }
    }

    private static Response instead(String customer, NothingToShow nothing) {
        return Response.status(nothing.why().status())
                .entity(Templates.nothing(customer, nothing).render())
                .build();
    }

    @CheckedTemplate(basePath = "lookout")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance customers(List<CustomerLine> lines);

        static native TemplateInstance customer(CustomerPage page);

        static native TemplateInstance letter(LetterPage page);

        static native TemplateInstance nothing(String customer, NothingToShow nothing);
    }
}
