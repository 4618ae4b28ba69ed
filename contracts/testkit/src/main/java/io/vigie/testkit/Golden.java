package io.vigie.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opentest4j.AssertionFailedError;

/** Texts that change only on purpose: what a test produced is held against the file that was reviewed. */
public final class Golden {
    private static final String UPDATE = "vigie.golden.update";

    private final Path folder;
    private final boolean update;

    Golden(Path folder, boolean update) {
        this.folder = folder;
        this.update = update;
    }

    /**
     * Fails unless the text is the one in {@code src/test/resources/golden/NAME}; line endings do not matter.
     *
     * <p>With {@code -Dvigie.golden.update=true} the file is written instead.
     */
    public static void assertMatches(String name, String actual) {
        Path module = Path.of(System.getProperty("basedir", ""));
        new Golden(module.resolve("src/test/resources/golden"), Boolean.getBoolean(UPDATE)).match(name, actual);
    }

    void match(String name, String actual) {
        String text = normal(actual);
        if (update) {
            write(name, text);
            return;
        }
        String expected = read(name)
                .map(Golden::normal)
                .orElseThrow(() -> new AssertionError("there is no golden/" + name + " yet" + remedy(name)));
        if (!expected.equals(text)) {
            throw new AssertionFailedError(firstDifference(name, expected, text) + remedy(name), expected, text);
        }
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try (InputStream packaged =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("golden/" + name)) {
            if (Files.exists(file)) {
                return Optional.of(Files.readString(file));
            }
            return packaged == null
                    ? Optional.empty()
                    : Optional.of(new String(packaged.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("golden/" + name + " cannot be read", unreadable);
        }
    }

    private void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(file + " cannot be written", refused);
        }
    }

    private String remedy(String name) {
        return ". If this is meant, run the test again with -D%s=true, which writes %s, and review the change."
                .formatted(UPDATE, folder.resolve(name));
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private static String firstDifference(String name, String expected, String actual) {
        List<String> wanted = expected.lines().toList();
        List<String> got = actual.lines().toList();
        int line = IntStream.range(0, Math.min(wanted.size(), got.size()))
                .filter(i -> !wanted.get(i).equals(got.get(i)))
                .findFirst()
                .orElse(Math.min(wanted.size(), got.size()));
        return "golden/%s differs from line %d on:%n  expected: %s%n  but was:  %s%n"
                .formatted(name, line + 1, lineOf(wanted, line), lineOf(got, line));
    }

    private static String lineOf(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(the end)";
    }
}
