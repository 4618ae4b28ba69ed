package io.vigie.ingest.api.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

/** Whoever hands over customers finds every field of a record, on a page and in the API's description. */
class CustomerInOpenApiTest {
    private static final Path PAGE = Path.of("../docs/customers.md");

    @Test
    void thePageTellsOfEveryField() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(fields(CustomerInOpenApi.schema()).toList()).isNotEmpty().allSatisfy(field -> assertThat(page)
                .contains("`" + field + "`"));
    }

    @Test
    void theDescriptionOfTheApiHasTheFieldsOfTheSchema() {
        OpenAPI api = OASFactory.createOpenAPI();

        new CustomerInOpenApi().filterOpenAPI(api);

        Map<String, Schema> fields =
                api.getComponents().getSchemas().get(CustomerInOpenApi.NAME).getProperties();
        assertThat(fields.keySet())
                .containsExactlyInAnyOrderElementsOf(CustomerInOpenApi.schema().path("properties").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(fields.get("reachableBy").getItems().getEnumeration()).contains("email", "visit");
        assertThat(fields.get("contract").getProperties().get("end").getFormat())
                .isEqualTo("date-time");
        assertThat(fields.get("segment").getType()).isEqualTo(List.of(Schema.SchemaType.STRING));
    }

    private static Stream<String> fields(JsonNode schema) {
        return Stream.concat(
                schema.path("properties").properties().stream()
                        .flatMap(field -> Stream.concat(Stream.of(field.getKey()), fields(field.getValue()))),
                schema.has("items") ? fields(schema.path("items")) : Stream.of());
    }
}
