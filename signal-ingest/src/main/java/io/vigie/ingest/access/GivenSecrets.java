package io.vigie.ingest.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets of the configuration and of the folder, together. */
public final class GivenSecrets implements Secrets {
    private final Map<String, List<Secret>> configured;
    private final Optional<SecretFolder> folder;

    public GivenSecrets(Map<String, List<String>> configured, Optional<SecretFolder> folder) {
        this.configured = configured.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().map(Secret::of).toList()));
        this.folder = folder;
    }

    @Override
    public List<Secret> of(String source) {
        return Stream.concat(
                        configured.getOrDefault(source, List.of()).stream(),
                        folder.stream().flatMap(files -> files.of(source).stream()))
                .toList();
    }
}
