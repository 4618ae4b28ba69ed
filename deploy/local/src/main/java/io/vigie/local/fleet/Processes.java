package io.vigie.local.fleet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The processes of a fleet, remembered as they come, and stopped the other way round. */
final class Processes {
    private final Leftovers leftovers;
    private final Optional<BackendsChild> backends;
    private final Map<Service, Child> services = new EnumMap<>(Service.class);
    private final List<Child> programs = new ArrayList<>();

    /**
     * @param backends where they are this fleet's to stop
     */
    Processes(Leftovers leftovers, Optional<BackendsChild> backends) {
        this.leftovers = leftovers;
        this.backends = backends;
    }

    void add(Service service, Child child) {
        services.put(service, child);
        remember();
    }

    void add(Child program) {
        programs.add(program);
        remember();
    }

    Child of(Service service) {
        return Optional.ofNullable(services.get(service))
                .orElseThrow(() -> new FleetFailure(service.word() + " was never started here"));
    }

    Set<Service> services() {
        return Set.copyOf(services.keySet());
    }

    List<ProcessHandle> handles() {
        return Stream.concat(children().map(Child::handle), server().stream()).toList();
    }

    void mustBeAlive() {
        children().filter(child -> !child.alive()).findFirst().ifPresent(child -> {
            throw child.ended();
        });
    }

    void stop() {
        List<Child> last = Stream.concat(services.values().stream(), programs.stream())
                .toList()
                .reversed();
        last.forEach(Child::askToStop);
        last.forEach(Child::awaitStop);
        backends.map(BackendsChild::child).ifPresent(child -> {
            child.askToStop();
            child.awaitStop();
        });
        leftovers.stop();
    }

    private void remember() {
        leftovers.remember(
                Stream.concat(server().stream(), children().map(Child::handle)).toList());
    }

    private Stream<Child> children() {
        return Stream.of(backends.map(BackendsChild::child).stream(), services.values().stream(), programs.stream())
                .flatMap(some -> some);
    }

    private Optional<ProcessHandle> server() {
        return backends.flatMap(BackendsChild::server);
    }
}
