package io.vigie.events.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.vigie.events.DataFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type of signal that Vigie understands: one YAML file each, shipped or added by the company. */
public final class SignalCatalogue {
    private final Map<String, SignalType> types;
    private final Map<String, JsonSchema> schemas;
    private final Map<String, Predicate<JsonNode>> quickChecks;

    private SignalCatalogue(Map<String, SignalType> types) {
        this.types = Collections.unmodifiableMap(new TreeMap<>(types));
        JsonMetaSchema known = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .keyword(new NonValidationKeyword("personal"))
                .build();
        JsonSchemaFactory factory =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder -> builder.metaSchema(known));
        this.schemas = types.values().stream()
                .collect(Collectors.toMap(SignalType::type, type -> factory.getSchema(type.attributes())));
        this.quickChecks = types.values().stream()
                .collect(Collectors.toMap(SignalType::type, type -> QuickCheck.of(type.attributes())));
        types.values().forEach(this::checkReferences);
    }

    /** The types that ship with Vigie. */
    public static SignalCatalogue shipped() {
        return new SignalCatalogue(shippedTypes());
    }

    /**
     * The types that ship, plus those in a company's folder of {@code *.yaml} files, which win over shipped ones of the
     * same name.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    public static SignalCatalogue with(Path companyFolder) {
        Map<String, SignalType> all = shippedTypes();
        all.putAll(read(companyFolder));
        return new SignalCatalogue(all);
    }

    public Collection<SignalType> types() {
        return types.values();
    }

    public Optional<SignalType> find(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /** What is wrong with a signal's attributes, each line saying where; empty when nothing is. */
    public List<String> faults(Signal signal) {
        JsonSchema schema = schemas.get(signal.type());
        if (schema == null) {
            return List.of("type \"" + signal.type() + "\" is not in the signal catalogue");
        }
        return quickChecks.get(signal.type()).test(signal.attributes())
                ? List.of()
                : faults(schema, signal.attributes());
    }

    private static List<String> faults(JsonSchema schema, JsonNode attributes) {
        return schema.validate(attributes).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private void checkReferences(SignalType type) {
        Stream.concat(type.remedies().stream().map(Remedy::of), type.settles().stream())
                .filter(named -> !types.containsKey(named))
                .findFirst()
                .ifPresent(named -> {
                    throw new IllegalArgumentException(
                            type.type() + " remedies or settles \"" + named + "\", which is not in the catalogue");
                });
    }

    private static Map<String, SignalType> shippedTypes() {
        return DataFiles.inShipped(SignalCatalogue.class, "/catalogue", "order.placed.yaml", SignalCatalogue::read);
    }

    private static Map<String, SignalType> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(SignalCatalogue::readType)
                    .collect(Collectors.toMap(
                            SignalType::type,
                            type -> type,
                            (first, second) -> {
                                throw new IllegalArgumentException(
                                        "two files in " + folder + " describe " + first.type());
                            },
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signal catalogue in " + folder, e);
        }
    }

    private static SignalType readType(Path file) {
        try {
            return DataFiles.yaml().readValue(Files.readAllBytes(file), SignalType.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
