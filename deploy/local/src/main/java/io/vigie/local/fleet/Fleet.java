package io.vigie.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The running system: backends first, then the four services side by side; stopped the other way round. */
public final class Fleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final FleetPlan plan;
    private final BackendsChild backends;
    private final Processes processes;
    private final Path guard;
    private final Map<ProcessHandle, Duration> taken = new ConcurrentHashMap<>();

    private Fleet(FleetPlan plan, BackendsChild backends, Processes processes) {
        this.plan = plan;
        this.backends = backends;
        this.processes = processes;
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
        BackendsChild backends = BackendsChild.start(plan);
        return new Fleet(plan, backends, new Processes(leftovers, Optional.of(backends))).started();
    }

    /** Starts more services on the same backends, to be stopped before these. */
    public Fleet beside(FleetPlan more) {
        prepare(more);
        Ports.mustBeFree(more.basePort());
        return new Fleet(more, backends, new Processes(new Leftovers(more.folder()), Optional.empty())).started();
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
        processes.add(Child.start(
                name,
                Java.program(plan.pace(), classPath, main.getName(), arguments),
                plan.folder(),
                plan.logs().resolve(name + ".log")));
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
        processes.of(service).kill();
    }

    /** Has the database server fail as a crash would: it drops every connection and recovers from its log. */
    public void crashDatabase() {
        backends.crashDatabase();
    }

    /** Has the broker answer nobody from now on, with its connections open, until it is thawed. */
    public void freezeBroker() {
        backends.child().signal("STOP");
    }

    /** Has the broker go on where it was frozen. */
    public void thawBroker() {
        backends.child().signal("CONT");
    }

    /** Stops a service in an orderly way. */
    public void stop(Service service) {
        processes.of(service).askToStop();
        processes.of(service).awaitStop();
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
        return processes.services();
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
        return processes.of(service).handle();
    }

    /**
     * What all processes, the launcher among them, have taken since they began. The database does its work in children of its
     * server, one for each connection; one that has ended counts for what it had taken at the last look.
     */
    public Duration processorTime() {
        all().stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .forEach(process -> process.info().totalCpuDuration().ifPresent(time -> taken.put(process, time)));
        return taken.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Watches one service alone. */
    public MemoryWatch watchMemory(Service service) {
        return new MemoryWatch(() -> List.of(process(service)));
    }

    public MemoryWatch watchMemory() {
        return new MemoryWatch(this::all);
    }

    /** Ends with a failure as soon as one process has ended by itself. */
    public void mustBeAlive() {
        processes.mustBeAlive();
    }

    /** May be called by whoever ran it and by Ctrl-C at once: the second finds nothing left to stop. */
    @Override
    public synchronized void close() {
        processes.stop();
    }

    private void launch(Service service) {
        Path folder = ServiceFolder.in(plan, service, backends);
        Child child = Child.start(
                service.word(),
                Java.service(guard, plan.application(service), plan.pace()),
                folder,
                plan.logs().resolve(service.word() + ".log"));
        processes.add(service, child);
    }

    private void awaitReady(Service service) {
        Health health = health();
        Waiting.until(PATIENCE, service.word(), processes.of(service), () -> health.ready(service));
    }

    /** The launcher among them. */
    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(ProcessHandle.current()), processes.handles().stream())
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
