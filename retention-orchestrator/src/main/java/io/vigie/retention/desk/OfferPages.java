package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.casework.Doer;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.store.OfferBook;
import io.vigie.retention.store.OfferEntry;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where leads decide about offers that cost much, and everybody sees what is left of the month's budget. */
@Path("/desk/offers")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OfferPages {
    private static final int MOST = 200;
    private static final String CURRENCY = "EUR";
    private static final double MINOR_UNITS = 100;

    private final OfferBook book;
    private final SecurityIdentity identity;

    OfferPages(OfferBook book, SecurityIdentity identity) {
        this.book = book;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance offers() {
        return page(Optional.empty());
    }

    @POST
    @Path("{task}/approve")
    @RolesAllowed({"lead", "manager"})
    @Operation(hidden = true)
    public TemplateInstance approve(@RestPath UUID task) {
        return after(() -> book.approve(task, lead()));
    }

    @POST
    @Path("{task}/refuse")
    @RolesAllowed({"lead", "manager"})
    @Operation(hidden = true)
    public TemplateInstance refuse(@RestPath UUID task, @FormParam("because") @Nullable String because) {
        String why = Optional.ofNullable(because).orElse("");
        return after(() -> book.refuse(task, why, lead()));
    }

    private TemplateInstance after(Supplier<Optional<OfferEntry>> step) {
        try {
            return step.get().map(_ -> page(Optional.empty())).orElseThrow(NotFoundException::new);
        } catch (IllegalMove e) {
            return page(Optional.of(e.why()));
        }
    }

    private TemplateInstance page(Optional<IllegalMove.Why> refused) {
        List<Budget> budgets = book.spending().stream().map(Budget::of).toList();
        return Templates.offers(book.asked(MOST, Optional.empty()), budgets, CURRENCY, refused);
    }

    private Doer lead() {
        return new Doer(identity.getPrincipal().getName(), true);
    }

    /**
     * One budget of this month, minor units.
     *
     * @param offer empty for all together
     */
    public record Budget(String offer, Optional<Long> cap, long spent) {
        static Budget of(OfferBook.Spending spending) {
            return new Budget(
                    spending.offer().orElse(""),
                    spending.cap().map(cap -> Math.round(cap * MINOR_UNITS)),
                    spending.spent());
        }
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance offers(
                List<OfferEntry> asked, List<Budget> budgets, String currency, Optional<IllegalMove.Why> refused);
    }
}
