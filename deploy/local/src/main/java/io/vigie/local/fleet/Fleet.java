package io.vigie.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The running system: backends first, then the four services side by side; stopped the other way round. */
public final class Fleet implements AutoCloseable {
    private static final String HEAP = "256m";
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final FleetPlan plan;
    private final Leftovers leftovers;
    private final BackendsChild backends;
    private final boolean keepsBackends;
    private final Path guard;
    private final Map<Service, Child> services = new EnumMap<>(Service.class);
    private final List<Child> programs = new ArrayList<>();

    private Fleet(FleetPlan plan, Leftovers leftovers, BackendsChild backends, boolean keepsBackends) {
        this.plan = plan;
        this.leftovers = leftovers;
        this.backends = backends;
        this.keepsBackends = keepsBackends;
        this.guard = GuardJar.in(plan.folder());
    }

    /**
     * Starts everything and returns when every service says that it is ready.
     *
     * @throws FleetFailure saying what went wrong and what to do
     */
    public static Fleet start(FleetPlan plan) {
        mustBeBuilt(plan);
        prepare(plan);
        Leftovers leftovers = new Leftovers(plan.folder());
        leftovers.stop();
        Ports.mustBeFree(plan.basePort());
        return new Fleet(plan, leftovers, BackendsChild.start(plan), true).started();
    }

    /** Starts more services on the same backends, to be stopped before these. */
    public Fleet beside(FleetPlan more) {
        prepare(more);
        Ports.mustBeFree(more.basePort());
        return new Fleet(more, new Leftovers(more.folder()), backends, false).started();
    }

    /** Starts one more of a service, which shares its work; in a folder and on a port of its own. */
    public Fleet oneMore(Service service) {
        return beside(new FleetPlan(
                plan.home(),
                plan.folder().resolve("more"),
                Ports.freeBase(),
                plan.settings(),
                plan.forIngest(),
                List.of(service),
                plan.pace()));
    }

    /** Starts a program that is no service, with a class path of its own; it ends with the services. */
    public void program(String name, Class<?> main, String classPath, List<String> arguments) {
        programs.add(Child.start(
                name,
                Java.program(HEAP, plan.pace(), classPath, main.getName(), arguments),
                plan.folder(),
                plan.logs().resolve(name + ".log")));
        remember();
    }

    private Fleet started() {
        try {
            plan.services().forEach(this::launch);
            plan.services().forEach(this::awaitReady);
            return this;
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Kills a service as a power cut would. */
    public void kill(Service service) {
        services.get(service).kill();
    }

    /** Has the database server fail as a crash would: it drops every connection and recovers from its log. */
    public void crashDatabase() {
        backends.crashDatabase();
    }

    /** Stops a service in an orderly way. */
    public void stop(Service service) {
        services.get(service).askToStop();
        services.get(service).awaitStop();
    }

    /** Starts a service again that was killed or stopped, and waits until it is ready. */
    public void restart(Service service) {
        launch(service);
        awaitReady(service);
    }

    public Health health() {
        return new Health(plan.basePort());
    }

    /** Which services run. */
    public Set<Service> services() {
        return Set.copyOf(services.keySet());
    }

    /** Where a service is to be reached. */
    public URI address(Service service) {
        return service.at(plan.basePort());
    }

    /** Where the broker is to be reached. */
    public String kafka() {
        return backends.kafka();
    }

    /** A connection to a service's own database; whoever opens it closes it. */
    public Connection connect(Service service) throws SQLException {
        return backends.connect(service);
    }

    /** A service's process. */
    public ProcessHandle process(Service service) {
        return services.get(service).handle();
    }

    /**
     * What all processes, the launcher among them, have taken since they began. The database does its work in children of its
     * server, one for each connection; a connection that is closed takes its time with it.
     */
    public Duration processorTime() {
        return processes().stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .distinct()
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Watches one service alone. */
    public MemoryWatch watchMemory(Service service) {
        return new MemoryWatch(() -> List.of(process(service)));
    }

    public MemoryWatch watchMemory() {
        return new MemoryWatch(this::processes);
    }

    /** Ends with a failure as soon as one process has ended by itself. */
    public void mustBeAlive() {
        children().filter(child -> !child.alive()).findFirst().ifPresent(child -> {
            throw child.ended();
        });
    }

    /** May be called by whoever ran it and by Ctrl-C at once: the second finds nothing left to stop. */
    @Override
    public synchronized void close() {
        List<Child> last = Stream.concat(services.values().stream(), programs.stream())
                .toList()
                .reversed();
        last.forEach(Child::askToStop);
        last.forEach(Child::awaitStop);
        if (keepsBackends) {
            backends.child().askToStop();
            backends.child().awaitStop();
        }
        leftovers.stop();
    }

    private void launch(Service service) {
        Path folder = ServiceFolder.in(plan, service, backends);
        Child child = Child.start(
                service.word(),
                Java.service(guard, plan.application(service), HEAP, plan.pace()),
                folder,
                plan.logs().resolve(service.word() + ".log"));
        services.put(service, child);
        remember();
    }

    private void remember() {
        leftovers.remember(
                Stream.concat(server().stream(), children().map(Child::handle)).toList());
    }

    /** The database server, where it is this fleet's to stop. */
    private Optional<ProcessHandle> server() {
        return keepsBackends ? backends.server() : Optional.empty();
    }

    private void awaitReady(Service service) {
        Health health = health();
        Waiting.until(PATIENCE, service.word(), services.get(service), () -> health.ready(service));
    }

    private Stream<Child> children() {
        Stream<Child> own = Stream.concat(services.values().stream(), programs.stream());
        return keepsBackends ? Stream.concat(Stream.of(backends.child()), own) : own;
    }

    private List<ProcessHandle> processes() {
        return Stream.of(Stream.of(ProcessHandle.current()), children().map(Child::handle), server().stream())
                .flatMap(all -> all)
                .toList();
    }

    private static void prepare(FleetPlan plan) {
        try {
            Files.createDirectories(plan.logs());
            Files.createDirectories(plan.data());
        } catch (IOException refused) {
            throw new UncheckedIOException("the folder " + plan.folder() + " cannot be made", refused);
        }
    }

    private static void mustBeBuilt(FleetPlan plan) {
        plan.services().stream()
                .map(plan::application)
                .filter(jar -> !Files.exists(jar))
                .findFirst()
                .ifPresent(jar -> {
                    throw new FleetFailure(jar + " is missing: build it with ./vigie build");
                });
    }
}
