package io.vigie.events.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyCatalogueTest {
    private static final String GOOD = """
            type: gym.visit-skipped
            label: {en: Visit skipped, fr: Visite manquée}
            cause: {otherwise: habits}
            stage: {otherwise: use}
            weight: 0.2
            halfLifeDays: 30
            attributes: {type: object}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            otherwise: habits        | otherwise: weather         | "weather"     | habits
            otherwise: use           | otherwise: lunch           | "lunch"       | renewal
            otherwise: habits        | attribute: cause           | otherwise     | cause
            weight: 0.2              | weight: heavy              | weight        | heavy
            weight: 0.2              | weight: NaN               | weight        | NaN
            weight: 0.2              | weight: -.inf              | weight        | inf
            halfLifeDays: 30         | halfLifeDays: -1           | halfLifeDays  | -1
            fr: Visite manquée       | de: Besuch                 | label         | de
            type: gym.visit-skipped  | type: Gym Visit            | Gym Visit     | lower-case
            type: gym.visit-skipped  | type: vigie.tick           | vigie.tick    | Vigie's own
            type: gym.visit-skipped  | role: order                | lacks         | "type"
            cause:                   | remedies: [{of: x.y, share: 2}] #  | share | 2.0
            attributes: {type: object} | settles: []              | lacks         | "attributes"
            weight: 0.2              | risk: maybe                | "maybe"       | unpaid
            weight: 0.2              | wait: 0.2                  | "wait"        | weight
            """)
    void aBrokenFileIsRefusedByNameSayingWhy(String good, String broken, String first, String second)
            throws IOException {
        write("gym.yaml", GOOD.replace(good, broken));

        assertThatThrownBy(() -> SignalCatalogue.with(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gym.yaml")
                .hasMessageContaining(first)
                .hasMessageContaining(second);
    }

    @Test
    void twoFilesForOneTypeAreRefused() throws IOException {
        write("a.yaml", GOOD);
        write("b.yaml", GOOD);

        assertThatThrownBy(() -> SignalCatalogue.with(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gym.visit-skipped")
                .hasMessageContaining("two files");
    }

    @Test
    void aRemedyForATypeThatIsNotThereIsRefused() throws IOException {
        write("gym.yaml", GOOD + "remedies: [{of: gym.visit-missed, share: 1}]\n");

        assertThatThrownBy(() -> SignalCatalogue.with(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gym.visit-skipped")
                .hasMessageContaining("gym.visit-missed");
    }

    @Test
    void aCompanysFileWinsOverTheShippedOne() throws IOException {
        write("late.yaml", GOOD.replace("gym.visit-skipped", "delivery.late"));

        SignalCatalogue catalogue = SignalCatalogue.with(folder);

        assertThat(catalogue.find("delivery.late")).map(SignalType::weight).hasValue(0.2);
        assertThat(catalogue.types()).hasSameSizeAs(SignalCatalogue.shipped().types());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SignalCatalogue.with(folder.resolve("nowhere")))
                .hasMessageContaining("nowhere");
    }

    @Test
    void theShippedTypesAreFoundInAJarUnderAnyFolderName() throws Exception {
        Path jar = Files.createDirectories(folder.resolve("été & 100 % sûr")).resolve("events.jar");
        pack(Path.of("target/classes"), jar);
        List<URL> path = new ArrayList<>(List.of(jar.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        try (var loader = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> packed = loader.loadClass(SignalCatalogue.class.getName());

            Object catalogue = packed.getMethod("shipped").invoke(null);

            assertThat((Collection<?>) packed.getMethod("types").invoke(catalogue))
                    .hasSameSizeAs(SignalCatalogue.shipped().types());
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
            }
        }
    }
}
