package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.events.retention.Team;
import io.vigie.retention.store.Staff;
import io.vigie.retention.store.StaleVersion;
import io.vigie.retention.teams.Absence;
import io.vigie.retention.teams.Person;
import io.vigie.retention.teams.Shift;
import io.vigie.retention.teams.Skills;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who works on tasks: teams, skills, languages, hours, absences, capacity. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeopleResource {
    private final Staff staff;
    private final SecurityIdentity identity;

    PeopleResource(Staff staff, SecurityIdentity identity) {
        this.staff = staff;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Everybody who works on tasks")
    public List<Person> people(@RestQuery @DefaultValue("1000") int limit, @RestQuery @Nullable String after) {
        return staff.people(Asked.limit(limit), Asked.text(after));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Somebody, with their ETag")
    public RestResponse<Person> person(@RestPath String id) {
        Staff.Versioned<Person> one = staff.person(id).orElseThrow(() -> Problems.unknown("person", id));
        return Tags.tagged(one.what(), one.version());
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Leads: say who somebody is and when they work; If-Match guards against overwriting")
    public RestResponse<Person> keep(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable About about) {
        String by = Who.leading(identity);
        if (about == null) {
            throw Problems.wrong(
                    "Send the person as JSON, such as {\"teams\": [\"call-centre\"], \"minutesPerDay\": 300}.");
        }
        try {
            staff.keep(about.of(id), Tags.wanted(ifMatch), by);
        } catch (IllegalArgumentException e) {
            throw Problems.wrong(e.getMessage() + ".");
        } catch (StaleVersion e) {
            throw Problems.stale(String.valueOf(e.getMessage()));
        }
        return person(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Leads: somebody no longer works on tasks")
    public void remove(@RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch) {
        String by = Who.leading(identity);
        try {
            if (!staff.remove(id, Tags.wanted(ifMatch), by)) {
                throw Problems.unknown("person", id);
            }
        } catch (StaleVersion e) {
            throw Problems.stale(String.valueOf(e.getMessage()));
        }
    }

    /** What is told of somebody; see {@link Person}. */
    public record About(
            @Nullable String name,
            @Nullable String accountManager,
            @Nullable Set<Team> teams,
            @Nullable Skills skills,
            @Nullable Set<String> languages,
            @Nullable Map<DayOfWeek, Shift> hours,
            int minutesPerDay,
            @Nullable List<Absence> absences) {
        private static Absence near(Absence one) {
            return new Absence(Asked.within("absences.from", one.from()), Asked.within("absences.to", one.to()));
        }

        Person of(String id) {
            return new Person(
                    id,
                    Asked.text(name),
                    Asked.text(accountManager),
                    Optional.ofNullable(teams).orElse(Set.of()),
                    Optional.ofNullable(skills).orElse(Skills.ALL),
                    Optional.ofNullable(languages).orElse(Set.of()),
                    Optional.ofNullable(hours).orElse(Map.of()),
                    minutesPerDay,
                    Optional.ofNullable(absences).orElse(List.of()).stream()
                            .map(About::near)
                            .toList());
        }
    }
}
