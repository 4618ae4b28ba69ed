package io.vigie.retention.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.vigie.events.Word;
import io.vigie.events.retention.Team;
import io.vigie.retention.store.Loads;
import io.vigie.retention.store.Staff;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.TeamRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page on which leads say who works in which team, when, and how tasks come to them. */
@Path("/desk/staff")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StaffPages {
    private static final URI HERE = URI.create("/desk/staff");
    private static final String CURRENCY = "EUR";

    private final Staff staff;
    private final Loads loads;
    private final SecurityIdentity identity;

    StaffPages(Staff staff, Loads loads, SecurityIdentity identity) {
        this.staff = staff;
        this.loads = loads;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance staff(@RestQuery Optional<String> person) {
        return page(person.flatMap(staff::person).map(Staff.Versioned::what), Optional.empty());
    }

    @POST
    @Path("people")
    @RolesAllowed({"lead", "manager"})
    @Operation(hidden = true)
    public Object keep(@BeanParam PersonForm form) {
        try {
            Optional<Person> known = staff.person(form.id.strip()).map(Staff.Versioned::what);
            staff.keep(form.person(known), Optional.empty(), me());
            return seeOther();
        } catch (IllegalArgumentException e) {
            return page(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    @POST
    @Path("people/{id}/removal")
    @RolesAllowed({"lead", "manager"})
    @Operation(hidden = true)
    public Response remove(@RestPath String id) {
        staff.remove(id, Optional.empty(), me());
        return seeOther();
    }

    @POST
    @Path("teams/{team}")
    @RolesAllowed({"lead", "manager"})
    @Operation(hidden = true)
    public Object keep(
            @RestPath String team,
            @RestForm @Nullable String lead,
            @RestForm String assigning,
            @RestForm @Nullable String above) {
        try {
            TeamRule rule = new TeamRule(
                    Word.of(Team.class, team),
                    text(lead),
                    Word.of(TeamRule.Assigning.class, assigning),
                    text(above).map(word -> Word.of(Team.class, word)));
            staff.keep(rule, Optional.empty(), me());
            return seeOther();
        } catch (IllegalArgumentException e) {
            return page(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private TemplateInstance page(Optional<Person> changed, Optional<String> wrong) {
        return Templates.staff(new StaffPage(
                staff.people().stream().map(Staff.Versioned::what).toList(),
                staff.teams().stream().map(Staff.Versioned::what).toList(),
                loads.latest(),
                changed,
                wrong,
                CURRENCY));
    }

    private static Response seeOther() {
        return Response.seeOther(HERE).build();
    }

    private String me() {
        return identity.getPrincipal().getName();
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance staff(StaffPage page);
    }
}
