package io.vigie.local.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar with {@link Guarded} alone, since a service must not see the launcher's own libraries. */
final class GuardJar {
    private GuardJar() {}

    static Path in(Path folder) {
        String entry = Guarded.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("guard.jar");
        try (InputStream compiled = Objects.requireNonNull(Guarded.class.getResourceAsStream("/" + entry));
                JarOutputStream writer = new JarOutputStream(Files.newOutputStream(jar))) {
            writer.putNextEntry(new JarEntry(entry));
            compiled.transferTo(writer);
            return jar;
        } catch (IOException full) {
            throw new UncheckedIOException(jar + " cannot be written", full);
        }
    }
}
