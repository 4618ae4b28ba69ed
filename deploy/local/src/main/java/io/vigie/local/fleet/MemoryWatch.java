package io.vigie.local.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The most memory that the whole tree of processes has taken: proportional set size summed where the system tells it
 * (Linux), else resident size summed, which counts shared pages several times.
 */
public final class MemoryWatch implements AutoCloseable {
    private static final int EVERY_SECONDS = 2;
    private static final long KIB_IN_MIB = 1024;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("memory-watch").factory());
    private final AtomicLong peakKib = new AtomicLong();
    private final Supplier<List<ProcessHandle>> roots;
    private final ScheduledFuture<?> sampling;

    MemoryWatch(Supplier<List<ProcessHandle>> roots) {
        this.roots = roots;
        this.sampling = timer.scheduleWithFixedDelay(this::sample, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    public long peakMb() {
        sample();
        return peakKib.get() / KIB_IN_MIB;
    }

    private void sample() {
        long kib = roots.get().stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .distinct()
                .mapToLong(MemoryWatch::kibOf)
                .sum();
        peakKib.accumulateAndGet(kib, Math::max);
    }

    private static long kibOf(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        return Files.isDirectory(Path.of("/proc/self")) ? proportional(rollup) : resident(process.pid());
    }

    private static long proportional(Path rollup) {
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .orElse(0L);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static long resident(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String told = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return told.isEmpty() ? 0 : Long.parseLong(told);
        } catch (IOException noSuchCommand) {
            return 0;
        }
    }

    @Override
    public void close() {
        sampling.cancel(false);
        timer.shutdownNow();
    }
}
