package io.vigie.ingest.api.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.vigie.events.EventJson;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts what a customer record may hold into the API's description, from the schema that everybody else goes by. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CustomerInOpenApi implements OASFilter {
    static final String NAME = "CustomerRecord";
    static final String BODY = "#/components/requestBodies/" + NAME;

    private static final String REF = "#/components/schemas/" + NAME;
    private static final String FILE = "/schemas/vigie.customer.json";
    private static final String DEFINITION = "#/definitions/";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = Optional.ofNullable(api.getComponents()).orElseGet(OASFactory::createComponents);
        JsonNode schema = schema();
        // over HTTP neither id nor time need be in the body
        components.addSchema(
                NAME,
                written(schema, schema)
                        .required(null)
                        .description("A customer as the CRM knows them; see docs/customers.md."));
        components.addRequestBody(
                NAME,
                OASFactory.createRequestBody()
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        MediaType.APPLICATION_JSON,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(REF)))));
        api.setComponents(components);
    }

    static JsonNode schema() {
        try (InputStream file = Objects.requireNonNull(EventJson.class.getResourceAsStream(FILE), FILE)) {
            return EventJson.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema written(JsonNode of, JsonNode whole) {
        String reference = of.path("$ref").asText("");
        JsonNode said = reference.startsWith(DEFINITION)
                ? whole.path("definitions").path(reference.substring(DEFINITION.length()))
                : of;
        Schema written = OASFactory.createSchema();
        text(said, "type").ifPresent(type -> written.addType(Schema.SchemaType.valueOf(type.toUpperCase(Locale.ROOT))));
        text(said, "format").ifPresent(written::format);
        said.path("enum").forEach(word -> written.addEnumeration(word.asText()));
        said.path("required").forEach(name -> written.addRequired(name.asText()));
        said.path("properties")
                .properties()
                .forEach(property -> written.addProperty(property.getKey(), written(property.getValue(), whole)));
        if (said.has("items")) {
            written.items(written(said.get("items"), whole));
        }
        if (said.path("additionalProperties").isObject()) {
            written.additionalPropertiesSchema(written(said.get("additionalProperties"), whole));
        }
        return written;
    }

    private static Optional<String> text(JsonNode of, String name) {
        return Optional.ofNullable(of.path(name).textValue());
    }
}
