package io.vigie.events.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.vigie.events.Personal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JSON Schemas of the events' data, drawn from the records, so that the two cannot tell different stories. */
final class EventSchemas {
    static final Path FOLDER = Path.of("src/main/resources/schemas");
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static GoldenFile file(EventType<?> type) {
        return new GoldenFile(FOLDER.resolve(type.name() + ".json"));
    }

    /** What the event's {@code ce_dataschema} names. */
    static ObjectNode of(EventType<?> type) {
        ObjectNode schema = GENERATOR.generateSchema(type.data());
        ObjectNode named = schema.objectNode();
        named.set("$schema", schema.remove("$schema"));
        named.put("$id", "urn:vigie:schema:" + type.name() + ":1");
        named.setAll(schema);
        return named;
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.FLATTENED_OPTIONALS);
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider((type, context) -> type.getErasedType() == Instant.class
                        ? new CustomDefinition(
                                context.getGeneratorConfig()
                                        .createObjectNode()
                                        .put("type", "string")
                                        .put("format", "date-time"),
                                true)
                        : null);
        config.forFields()
                .withTargetTypeOverridesResolver(field -> isOptional(field)
                        ? List.of(field.getContext().getTypeParameterFor(field.getType(), Optional.class, 0))
                        : null)
                .withRequiredCheck(field -> !isOptional(field))
                .withArrayUniqueItemsResolver(field -> field.getType().isInstanceOf(Set.class) ? true : null)
                .withInstanceAttributeOverride((schema, field, _) -> {
                    if (field.getAnnotation(Personal.class) != null) {
                        schema.put("personal", true);
                    }
                });
        return new SchemaGenerator(config.build());
    }

    private static boolean isOptional(FieldScope field) {
        return field.getDeclaredType().isInstanceOf(Optional.class);
    }
}
