package io.vigie.retention.api;

import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.retention.policy.ReadOut;
import io.vigie.retention.policy.Rulebook;
import io.vigie.retention.store.AuditLog;
import io.vigie.retention.store.Savings;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** What was learned of actions, and who did what: for those who answer for the policy. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RateResource {
    private final Savings savings;
    private final Rulebook rulebook;
    private final AuditLog audit;
    private final Clock clock;

    RateResource(Savings savings, Rulebook rulebook, AuditLog audit, Clock clock) {
        this.savings = savings;
        this.rulebook = rulebook;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Path("save-rates")
    @Operation(summary = "The share of expected leavers that each action keeps: the prior, or what outcomes made of it")
    public List<SaveRate> rates() {
        return rulebook.at(clock.instant()).readOut().ratesInUse(savings.rates()).stream()
                .map(SaveRate::of)
                .toList();
    }

    @GET
    @Path("audit")
    @Operation(summary = "Who did what when, the latest first; nothing in it ever changes")
    public List<AuditLog.Line> audit(
            @RestQuery @DefaultValue("") String about,
            @RestQuery @DefaultValue("" + Long.MAX_VALUE) long before,
            @RestQuery @DefaultValue("100") int limit) {
        return audit.lines(about, before, Asked.limit(limit));
    }

    /**
     * One share.
     *
     * @param origin learned where anybody contacted has been followed for ninety days, else prior
     * @param contacted how many were
     */
    public record SaveRate(
            Action action,
            Segment segment,
            boolean afterNotice,
            double mean,
            double spread,
            String origin,
            long contacted,
            double priorMean) {
        static SaveRate of(ReadOut.RateInUse use) {
            return new SaveRate(
                    use.which().action(),
                    use.which().segment(),
                    use.which().afterNotice(),
                    use.rate().belief().mean(),
                    use.rate().belief().spread(),
                    use.rate().learned() ? "learned" : "prior",
                    use.rate().contacted(),
                    use.prior().mean());
        }
    }
}
