package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Team;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.casework.OverruleDesk;
import io.vigie.retention.law.Permission;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.NoActions;
import io.vigie.retention.store.Permissions;
import io.vigie.retention.store.Worker;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was decided and may be decided about a customer: who was left alone and why, what the law permits, what instead. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private final NoActions noActions;
    private final Permissions permissions;
    private final Cases cases;
    private final Worker worker;
    private final SecurityIdentity identity;

    DecisionResource(
            NoActions noActions, Permissions permissions, Cases cases, Worker worker, SecurityIdentity identity) {
        this.noActions = noActions;
        this.permissions = permissions;
        this.cases = cases;
        this.worker = worker;
        this.identity = identity;
    }

    @GET
    @Path("no-actions")
    @Operation(summary = "Decisions not to act, the latest first, each with all that it was decided on")
    public List<NoActions.NoAction> noActions(
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String customer,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery @Nullable String after) {
        return noActions.find(
                Asked.word("reason", NoActionReason.class, reason),
                Asked.text(customer),
                Asked.limit(limit),
                Asked.text(after));
    }

    @GET
    @Path("customers/{id}/permissions")
    @Operation(summary = "What the law says now of each channel, with the proof or the reason")
    public List<PermissionView> permissions(
            @RestPath String id,
            @RestQuery @DefaultValue("retention") String purpose,
            @RestQuery @Nullable String matter,
            @RestQuery @Nullable String at) {
        Purpose asked = Asked.word("purpose", Purpose.class, purpose).orElse(Purpose.RETENTION);
        return permissions
                .of(id, asked, Asked.text(matter), Asked.text(at).map(text -> Asked.instant("at", text)))
                .orElseThrow(() -> Problems.unknown("customer", id))
                .entrySet()
                .stream()
                .map(entry -> PermissionView.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @POST
    @Path("customers/{id}/overrule")
    @Operation(summary = "Set aside what the policy decided: another action, or none; 409 where it cannot be")
    public List<CaseView> overrule(@RestPath String id, @Nullable Overruling overruling) {
        if (overruling == null) {
            throw Problems.wrong("Send {\"action\": …, \"because\": …} as JSON; without action nothing shall be done.");
        }
        String because = Asked.text(overruling.because())
                .orElseThrow(() -> Problems.wrong("because: say why; whoever reads the case must be able to follow."));
        if ("automatic".equals(overruling.team())) {
            throw Problems.wrong("team: nobody works in automatic; name a team of people.");
        }
        OverruleDesk.Choice choice = new OverruleDesk.Choice(
                Asked.word("action", Action.class, overruling.action()),
                Asked.word("team", Team.class, overruling.team()),
                Who.asks(identity, overruling.by()).name(),
                because);
        try {
            if (cases.hidden(id) || !worker.overrule(id, choice)) {
                throw Problems.unknown("customer", id);
            }
        } catch (IllegalMove e) {
            throw Problems.conflict(e.why().word(), "Cannot be overruled", String.valueOf(e.getMessage()));
        }
        return cases.find(Optional.of(id), Optional.empty(), 1).stream()
                .map(CaseView::of)
                .toList();
    }

    /**
     * What shall be done instead.
     *
     * @param action none for leaving the customer alone
     * @param by who decides; the signed-in user unless a lead says otherwise
     */
    public record Overruling(
            @Nullable String action,
            @Nullable String team,
            @Nullable String because,
            @Nullable String by) {}

    /**
     * What the law says of one channel.
     *
     * @param because the ground it is allowed on, or what stands against it
     * @param from when it will be allowed, where that is known
     * @param proof where the customer's yes is kept
     */
    public record PermissionView(
            Channel channel,
            boolean allowed,
            String because,
            String rule,
            String text,
            Optional<Instant> from,
            Optional<String> proof) {
        static PermissionView of(Channel channel, Permission permission) {
            return switch (permission) {
                case Permission.Allowed(String rule, String text, Permission.Ground ground, Optional<String> proof) ->
                    new PermissionView(channel, true, ground.word(), rule, text, Optional.empty(), proof);
                case Permission.NotNow(String rule, String text, Permission.Hindrance because, Instant from) ->
                    new PermissionView(channel, false, because.word(), rule, text, Optional.of(from), Optional.empty());
                case Permission.Denied(String rule, String text, Permission.Denial because) ->
                    new PermissionView(channel, false, because.word(), rule, text, Optional.empty(), Optional.empty());
            };
        }
    }
}
