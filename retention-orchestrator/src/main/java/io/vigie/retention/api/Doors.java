package io.vigie.retention.api;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vigie.retention.RetentionSettings;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Which doors of the API open to which role, so that what is forgotten here stays shut to all but who works with customers. */
final class Doors {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String STEPS = "(audit|(policies|go-live)(/.*)?)";
    private static final Set<String> STAFF = Set.of("agent", "lead", "manager");
    private static final Set<String> MANAGER = Set.of("manager");
    /** The first that stands on the way is the one. */
    private static final List<Door> DOORS = List.of(
            new Door("admin(/.*)?", false, true, MANAGER),
            new Door(STEPS, true, true, Set.of("lead", "manager", "analyst")),
            new Door(STEPS, false, true, MANAGER),
            new Door(
                    "summary|save-rates|no-actions|cases|offers/budget|barometer(/.*)?",
                    true,
                    false,
                    Set.of("agent", "lead", "manager", "analyst")),
            new Door("customers/[^/]+/held", true, true, Set.of("lead", "manager")),
            new Door("ticks/.*", true, false, Set.of("agent", "lead", "manager", "analyst", "ops")),
            new Door(".*", false, false, STAFF));

    private final SecurityIdentity identity;
    private final boolean open;

    Doors(SecurityIdentity identity, RetentionSettings settings) {
        this.identity = identity;
        open = settings.apiPolicy().equals("permit");
    }

    /** Where the API is open to all, for demonstrations, nobody has a role; pages have rules of their own. */
    @ServerRequestFilter
    void open(ContainerRequestContext asked, ResourceInfo resource) {
        if (!resource.getResourceClass().getPackageName().equals(Doors.class.getPackageName())) {
            return;
        }
        Door door = on(asked.getUriInfo().getPath(), asked.getMethod());
        if (identity.isAnonymous()) {
            if (!door.lets(open)) {
                throw new UnauthorizedException("Sign in with the name and password of a user, as HTTP basic.");
            }
        } else if (door.roles.stream().noneMatch(identity::hasRole)) {
            throw Problems.forbidden("As " + String.join(", ", identity.getRoles())
                    + " you may not do this; it is for "
                    + String.join(" or ", door.roles.stream().sorted().toList())
                    + ". Ask whoever keeps the users for that role.");
        }
    }

    static Door on(String path, String method) {
        String place = path.replaceFirst("^/", "");
        return DOORS.stream()
                .filter(one -> one.stands(place, READING.contains(method)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param readOnly whether nothing may be changed through it
     * @param byName whether only who has signed in passes, whatever else is open
     */
    record Door(Pattern paths, boolean readOnly, boolean byName, Set<String> roles) {
        Door(String paths, boolean readOnly, boolean byName, Set<String> roles) {
            this(Pattern.compile(paths), readOnly, byName, roles);
        }

        /** Whether somebody unknown passes, where the API is open to all or not. */
        boolean lets(boolean open) {
            return open && !byName;
        }

        boolean stands(String path, boolean reads) {
            return (reads || !readOnly) && paths.matcher(path).matches();
        }
    }
}
