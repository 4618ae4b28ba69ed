package io.vigie.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service holds in memory.
 *
 * @param rows how far its import was
 * @param peakMb the most that the process had taken up to then, shared pages counted in part
 * @param heldMb what its heap holds once the garbage is gone
 */
public record Footprint(long rows, long peakMb, double heldMb) {
    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);
    private static final double MIB = 1 << 20;

    static Footprint of(ProcessHandle process, long rows, long peakMb) {
        return new Footprint(rows, peakMb, held(process.pid()) / MIB);
    }

    /** The JDK's own tool, which has the garbage collected first. */
    private static double held(long pid) {
        try {
            String tool =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            Process asked = new ProcessBuilder(tool, Long.toString(pid), "GC.class_histogram").start();
            String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(told);
            if (!total.find()) {
                throw new IllegalStateException("jcmd does not tell the heap of " + pid + ": " + told);
            }
            return Double.parseDouble(total.group(1));
        } catch (IOException missing) {
            throw new UncheckedIOException("jcmd of a JDK is needed", missing);
        }
    }
}
