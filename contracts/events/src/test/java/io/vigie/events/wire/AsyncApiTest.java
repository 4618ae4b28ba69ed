package io.vigie.events.wire;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vigie.events.signal.SignalCatalogue;
import io.vigie.events.signal.SignalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code asyncapi.yaml} against the code, both ways, so that the description cannot fall behind. */
class AsyncApiTest {
    private static final Path FILE = Path.of("src/main/resources/asyncapi.yaml");
    private static final JsonNode API = read();
    private static final String SIGNAL = "signal";
    private static final Map<Topic, Set<String>> OWNERS = Map.of(
            Topic.SIGNALS, Set.of("signal-ingest"),
            Topic.CUSTOMERS, Set.of("signal-ingest"),
            Topic.SIGNALS_REFUSED, Set.of("signal-ingest", "risk-scorer"),
            Topic.RISK, Set.of("risk-scorer"),
            Topic.RETENTION, Set.of("retention-orchestrator"),
            Topic.MODELS, Set.of("risk-scorer"),
            Topic.KEYS, Set.of("signal-ingest"));

    @Test
    void everyTopicIsAChannelAndEveryChannelATopic() {
        assertThat(API.path("channels").valueStream().map(channel -> channel.path("address")
                        .textValue()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .map(topic -> topic.under("vigie"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void itsChannelCarriesTheEventsThatStandInATopicAndNoOthers(Topic topic) {
        Stream<String> events = EventType.ALL.stream()
                .filter(type -> type.topics().contains(topic))
                .map(EventType::name);
        Stream<String> signals = topic == Topic.SIGNALS ? Stream.of(SIGNAL) : Stream.of();

        assertThat(messagesOf(channel(topic)))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(events, signals).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void itsChannelSaysHowATopicIsKept(Topic topic) {
        NewTopic made = topic.asNew("vigie", (short) 1);
        JsonNode kafka = resolved(channel(topic).path("bindings")).path("kafka");
        Map<String, String> said = kafka.path("topicConfiguration").properties().stream()
                .collect(toMap(Map.Entry::getKey, entry -> flat(entry.getValue())));

        assertThat(kafka.path("partitions").intValue()).isEqualTo(made.numPartitions());
        assertThat(made.configs()).containsAllEntriesOf(said);
        assertThat(said.keySet())
                .containsAll(made.configs().keySet().stream()
                        .filter(key -> !key.equals("message.timestamp.type"))
                        .toList());
    }

    @Test
    void onlyItsOwnersSendToATopic() {
        Map<JsonNode, Set<String>> senders = operations("send")
                .collect(groupingBy(
                        operation -> resolved(operation.path("channel")).path("address"),
                        mapping(operation -> operation.at("/tags/0/name").textValue(), toSet())));

        assertThat(senders)
                .isEqualTo(OWNERS.entrySet().stream()
                        .collect(toMap(
                                owned -> JsonNodeFactory.instance.textNode(
                                        owned.getKey().under("vigie")),
                                Map.Entry::getValue)));
    }

    @Test
    void whatServicesActOnIsReceived() {
        assertThat(operations("receive")
                        .map(operation -> resolved(operation.path("channel"))
                                .path("address")
                                .textValue())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "vigie.signals",
                        "vigie.signals.refused",
                        "vigie.customers",
                        "vigie.risk",
                        "vigie.retention",
                        "vigie.keys",
                        "vigie.models");
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void anEventsMessageNamesItsSchema(EventType<?> type) {
        JsonNode payload = message(type.name()).path("payload");

        assertThat(payload.path("$ref").textValue()).isEqualTo("./schemas/" + type.name() + ".json");
        assertThat(resolved(payload)).isEqualTo(EventSchemas.of(type));
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void anEventsSampleHasTheHeadersThatItsMessageDescribes(EventType<?> type) {
        assertThat(faults(message(type.name()), SampleFile.of(type))).isEmpty();
    }

    @Test
    void everyTypeOfTheCatalogueHasTheHeadersThatASignalDescribes() {
        for (SignalType type : SignalCatalogue.shipped().types()) {
            assertThat(faults(message(SIGNAL), SampleFile.named("signals/" + type.type())))
                    .as(type.type())
                    .isEmpty();
        }
    }

    @Test
    void oneOfVigiesOwnEventsIsNoSignal() {
        assertThat(faults(message(SIGNAL), SampleFile.of(EventType.TICK))).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = API.findValues("$ref");

        assertThat(references)
                .isNotEmpty()
                .allMatch(reference -> !target(reference.textValue()).isMissingNode(), "leads somewhere");
    }

    @Test
    void everySchemaBelongsToAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(EventSchemas.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(EventType.ALL.stream()
                            .map(type -> type.name() + ".json")
                            .toList());
        }
    }

    static Topic[] topics() {
        return Topic.values();
    }

    static List<EventType<?>> eventTypes() {
        return EventType.ALL;
    }

    private static List<String> messagesOf(JsonNode channel) {
        return channel.path("messages")
                .valueStream()
                .map(AsyncApiTest::resolved)
                .map(message -> message.path("name").textValue())
                .toList();
    }

    private static JsonNode channel(Topic topic) {
        return only(API.path("channels").valueStream(), "address", topic.under("vigie"));
    }

    private static JsonNode message(String name) {
        return only(API.path("components").path("messages").valueStream(), "name", name);
    }

    private static Stream<JsonNode> operations(String action) {
        return API.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").textValue().equals(action));
    }

    private static JsonNode only(Stream<JsonNode> nodes, String field, String value) {
        List<JsonNode> found =
                nodes.filter(node -> node.path(field).textValue().equals(value)).toList();
        assertThat(found).as("%s %s", field, value).hasSize(1);
        return found.getFirst();
    }

    private static List<String> faults(JsonNode message, GoldenFile sample) {
        ObjectNode headers = message.path("headers").deepCopy();
        ObjectNode common = (ObjectNode) target("#/components/schemas/cloudEvent");
        headers.withArray("allOf").set(0, common);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(headers)
                .validate(sample.json().path("headers"), context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? target(node.path("$ref").textValue()) : node;
    }

    private static JsonNode target(String reference) {
        return reference.startsWith("#")
                ? API.at(reference.substring(1))
                : new GoldenFile(FILE.resolveSibling(reference)).json();
    }

    private static String flat(JsonNode value) {
        return value.isArray() ? value.path(0).asText() : value.asText();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Files.readAllBytes(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
