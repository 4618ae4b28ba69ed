package io.vigie.retention.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Which doors of the API open to which role, so that what is forgotten here stays shut to all but who works with customers. */
final class Doors {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<Door> DOORS = List.of(
            new Door(".*", false, Set.of("agent", "lead", "manager")),
            new Door("(summary|save-rates|no-actions|cases|offers/budget|barometer.*)", true, Set.of("analyst")),
            new Door("(audit|policies.*|go-live.*)", true, Set.of("analyst")),
            new Door("ticks/.*", true, Set.of("analyst", "ops")));

    private final SecurityIdentity identity;

    Doors(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Where the API is open to all, for demonstrations, nobody has a role; pages have rules of their own. */
    @ServerRequestFilter
    void open(ContainerRequestContext asked, ResourceInfo door) {
        boolean api = door.getResourceClass().getPackageName().equals(Doors.class.getPackageName());
        if (api && !identity.isAnonymous() && opening(asked).noneMatch(identity::hasRole)) {
            throw Problems.forbidden("As " + String.join(", ", identity.getRoles())
                    + " you may not do this; it is for "
                    + String.join(" or ", opening(asked).sorted().toList())
                    + ". Ask whoever keeps the users for that role.");
        }
    }

    private static Stream<String> opening(ContainerRequestContext asked) {
        String path = asked.getUriInfo().getPath().replaceFirst("^/", "");
        boolean reads = READING.contains(asked.getMethod());
        return DOORS.stream().filter(one -> one.stands(path, reads)).flatMap(one -> one.roles.stream());
    }

    /**
     * @param readOnly whether nothing may be changed through it
     */
    private record Door(Pattern paths, boolean readOnly, Set<String> roles) {
        Door(String paths, boolean readOnly, Set<String> roles) {
            this(Pattern.compile(paths), readOnly, roles);
        }

        boolean stands(String path, boolean reads) {
            return (reads || !readOnly) && paths.matcher(path).matches();
        }
    }
}
