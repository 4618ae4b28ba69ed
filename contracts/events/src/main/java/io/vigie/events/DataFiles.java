package io.vigie.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.function.Function;

/** What Vigie ships as data and a company may replace or add to: YAML, alone or in folders. */
public final class DataFiles {
    private static final ObjectMapper YAML = EventJson.configure(new ObjectMapper(new YAMLFactory()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private DataFiles() {}

    /** Reads YAML strictly: a field that nobody knows is a mistake in the file and not from the future. */
    public static ObjectMapper yaml() {
        return YAML;
    }

    /**
     * Reads a folder that ships on the class path, in a jar or not.
     *
     * @param owner a class of the same jar
     * @param folder absolute resource name
     * @param known a file in it by which it is found, since class loaders know of files only
     * @param reader is done with the folder when it returns
     */
    public static <T> T inShipped(Class<?> owner, String folder, String known, Function<Path, T> reader) {
        URL url = owner.getResource(folder + "/" + known);
        if (url == null) {
            throw new IllegalStateException("the shipped folder " + folder + " is missing from the class path");
        }
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                Path file = Path.of(uri);
                int above = file.getNameCount() - Path.of(known).getNameCount();
                return reader.apply(file.getRoot().resolve(file.subpath(0, above)));
            }
            Path jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().replaceFirst("!.*", "")));
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                return reader.apply(inside.getPath(folder));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
