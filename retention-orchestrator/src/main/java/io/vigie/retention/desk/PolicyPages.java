package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.policy.PolicyText;
import io.vigie.retention.rehearsal.PastRisks;
import io.vigie.retention.rehearsal.Span;
import io.vigie.retention.store.PolicyMove;
import io.vigie.retention.store.PolicyShelf;
import io.vigie.retention.store.PolicyVersion;
import io.vigie.retention.store.Rehearsals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The policy read out, with the origin of each figure; managers draft, approve and publish versions here. */
@Path("/desk/policy")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PolicyPages {
    private final PolicyShelf shelf;
    private final PolicyBinder binder;
    private final Rehearsals rehearsals;
    private final SecurityIdentity identity;
    private final ZoneId zone;

    PolicyPages(
            PolicyShelf shelf,
            PolicyBinder binder,
            Rehearsals rehearsals,
            SecurityIdentity identity,
            RetentionSettings settings) {
        this.shelf = shelf;
        this.binder = binder;
        this.rehearsals = rehearsals;
        this.identity = identity;
        this.zone = settings.zone();
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance live() {
        return page(binder.live(), List.of());
    }

    @GET
    @Path("versions/{version}")
    @Operation(hidden = true)
    public TemplateInstance version(@RestPath String version, @RestQuery Optional<String> from) {
        return Templates.policy(binder.page(version, from).orElseThrow(NotFoundException::new), List.of());
    }

    @POST
    @Path("drafts")
    @RolesAllowed("manager")
    @Operation(hidden = true)
    public TemplateInstance draft(
            @FormParam("version") String version,
            @FormParam("table") String table,
            @FormParam("figures") String figures) {
        return step(version, () -> shelf.draft(new PolicyText(table, figures), me()));
    }

    @POST
    @Path("approvals")
    @RolesAllowed("manager")
    @Operation(hidden = true)
    public TemplateInstance approve(@FormParam("version") String version, @FormParam("tag") String tag) {
        return step(version, () -> shelf.approve(version, me(), Optional.of(tag)));
    }

    @POST
    @Path("publications")
    @RolesAllowed("manager")
    @Operation(hidden = true)
    public TemplateInstance publish(
            @FormParam("version") String version,
            @FormParam("tag") String tag,
            @FormParam("from") @Nullable String from) {
        try {
            Optional<LocalDateTime> local =
                    Optional.ofNullable(from).filter(text -> !text.isBlank()).map(LocalDateTime::parse);
            return step(
                    version,
                    () -> shelf.publish(version, local.map(at -> at.atZone(zone).toInstant()), me(), Optional.of(tag)));
        } catch (DateTimeParseException e) {
            return page(version, List.of(String.valueOf(e.getMessage())));
        }
    }

    @POST
    @Path("simulations")
    @RolesAllowed("manager")
    @Operation(hidden = true)
    public TemplateInstance simulate(
            @FormParam("version") String version, @FormParam("from") String from, @FormParam("to") String to) {
        String live = shelf.live();
        try {
            Span span = rehearsals.span(
                    day(from).map(first -> first.atStartOfDay(zone).toInstant()),
                    day(to).map(last -> last.plusDays(1).atStartOfDay(zone).toInstant()));
            return Templates.rehearsal(RehearsalPage.of(
                    live,
                    version,
                    rehearsals.of(
                            shelf.read(live).orElseThrow(NotFoundException::new),
                            shelf.read(version).orElseThrow(NotFoundException::new),
                            span)));
        } catch (IllegalArgumentException | DateTimeParseException | PastRisks.Unreachable e) {
            return Templates.notRehearsed(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank()).map(LocalDate::parse);
    }

    /** The page after a step, or with what stood in its way. */
    private TemplateInstance step(String version, Supplier<PolicyVersion> step) {
        try {
            return page(step.get().version(), List.of());
        } catch (PolicyMove e) {
            List<String> faults = e.flaws().isEmpty()
                    ? List.of(String.valueOf(e.getMessage()))
                    : e.flaws().stream()
                            .map(flaw -> flaw.where() + ": " + flaw.reason())
                            .toList();
            return page(version, faults);
        }
    }

    private TemplateInstance page(String version, List<String> faults) {
        return Templates.policy(binder.page(version, Optional.empty()).orElseThrow(NotFoundException::new), faults);
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rehearsal(RehearsalPage page);

        static native TemplateInstance notRehearsed(String why);

        static native TemplateInstance policy(PolicyPage page, List<String> faults);
    }
}
