package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.Word;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.NoActionReason;
import io.vigie.retention.casework.IllegalMove;
import io.vigie.retention.casework.OverruleDesk;
import io.vigie.retention.store.Cases;
import io.vigie.retention.store.NoActions;
import io.vigie.retention.store.Worker;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom the policy leaves alone and why, for people to look through and to decide otherwise. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DecisionPages {
    private static final int PAGE = 50;

    private final NoActions noActions;
    private final Cases cases;
    private final Worker worker;
    private final SecurityIdentity identity;

    DecisionPages(NoActions noActions, Cases cases, Worker worker, SecurityIdentity identity) {
        this.noActions = noActions;
        this.cases = cases;
        this.worker = worker;
        this.identity = identity;
    }

    @GET
    @Path("left-alone")
    @Operation(hidden = true)
    public TemplateInstance leftAlone(@RestQuery Optional<String> reason, @RestQuery Optional<String> after) {
        Optional<NoActionReason> asked = reason.flatMap(word -> Arrays.stream(NoActionReason.values())
                .filter(one -> one.word().equals(word))
                .findFirst());
        List<NoActions.NoAction> found = noActions.find(asked, Optional.empty(), PAGE + 1, after);
        return Templates.leftAlone(new LeftAlonePage(
                asked,
                found.stream().limit(PAGE).toList(),
                found.size() > PAGE ? Optional.of(found.get(PAGE - 1).id()) : Optional.empty()));
    }

    /** The customer stands in a form field: ids may hold slashes. */
    @POST
    @Path("overrule")
    @Operation(hidden = true)
    public TemplateInstance overrule(
            @FormParam("customer") String customer,
            @FormParam("action") @Nullable String action,
            @FormParam("because") String because) {
        Optional<Action> instead =
                Optional.ofNullable(action).filter(word -> !word.isBlank()).map(word -> Word.of(Action.class, word));
        OverruleDesk.Choice choice = new OverruleDesk.Choice(
                instead, Optional.empty(), identity.getPrincipal().getName(), because);
        try {
            if (cases.hidden(customer) || !worker.overrule(customer, choice)) {
                throw new NotFoundException();
            }
            return Templates.overruled(instead, true);
        } catch (IllegalMove e) {
            return Templates.overruled(instead, false);
        }
    }

    /** Whom nobody contacts, as shown. */
    public record LeftAlonePage(
            Optional<NoActionReason> reason, List<NoActions.NoAction> lines, Optional<String> next) {
        public List<NoActionReason> reasons() {
            return List.of(NoActionReason.values());
        }

        public List<Action> actions() {
            return List.of(Action.values());
        }
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance leftAlone(LeftAlonePage page);

        static native TemplateInstance overruled(Optional<Action> instead, boolean done);
    }
}
