package io.vigie.retention.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vigie.privacy.CustomerCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything held on one customer here, opened with their key, for who asks after their own data (GDPR 15 and 20); who of
 * the company did it is somebody else's data and left out.
 */
@ApplicationScoped
public class Held {
    private static final Set<String> OF_OTHERS = Set.of(
            "about",
            "answered_by",
            "asked_by",
            "assignee",
            "changed_by",
            "claimed_by",
            "completed_by",
            "decided_by",
            "given_by",
            "made_by",
            "posted_by",
            "token_digest",
            "who",
            "customer");
    private static final List<Kind> KINDS = List.of(
            Kind.open("cases", "retention_case"),
            Kind.open("tasks", "task"),
            Kind.open("offers", "offer"),
            Kind.open("noActions", "no_action"),
            Kind.shut(
                    "letters",
                    "letter",
                    "number",
                    Map.of("written", "/letter/%s/written", "sheets", "/letter/%s/sheets")),
            Kind.shut("messages", "outgoing", "id", Map.of("content", "/outgoing/%s")),
            Kind.shut("visits", "visit", "task_id", Map.of("content", "/visit/%s")),
            Kind.shut("interviews", "interview", "id", Map.of("answers", "/interview/%s")),
            Kind.open("barometer", "wave_member"),
            Kind.open("webhooks", "webhook_delivery"),
            new Kind("decisions", "audit WHERE subject = 'customer/' || ?", "", Map.of()));

    private final Database database;
    private final Seal seal;

    Held(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** By what it is, each with its columns; empty lists where nothing is held. */
    @Transactional
    public Map<String, List<JsonNode>> on(String customer) {
        Optional<CustomerCipher> cipher = seal.of(customer);
        Map<String, List<JsonNode>> held = new LinkedHashMap<>();
        KINDS.forEach(kind -> held.put(
                kind.name,
                database.rows(
                        "SELECT to_jsonb(t) AS held FROM (SELECT * FROM " + kind.rows + ") t",
                        row -> kind.opened((ObjectNode) Json.tree(row.text("held")), cipher),
                        customer)));
        return held;
    }

    static boolean gives(String table) {
        return KINDS.stream().anyMatch(kind -> kind.rows.startsWith(table + " "));
    }

    /**
     * One kind of thing.
     *
     * @param rows the table and which of its rows are a customer's
     * @param key the column by which a row is known
     * @param shut columns that are enciphered, each with the place under which it is, for the key
     */
    private record Kind(String name, String rows, String key, Map<String, String> shut) {
        static Kind open(String name, String table) {
            return shut(name, table, "", Map.of());
        }

        static Kind shut(String name, String table, String key, Map<String, String> shut) {
            return new Kind(name, table + " WHERE customer = ?", key, shut);
        }

        JsonNode opened(ObjectNode row, Optional<CustomerCipher> cipher) {
            shut.forEach((column, place) -> {
                String at = place.formatted(row.path(key).asText());
                Optional<String> text = Optional.of(row.path(column))
                        .filter(JsonNode::isTextual)
                        .flatMap(value -> cipher.flatMap(one -> one.decipher(at, value.textValue())));
                row.set(column, text.<JsonNode>map(TextNode::valueOf).orElseGet(row::nullNode));
            });
            row.remove(OF_OTHERS);
            row.properties().removeIf(column -> column.getValue().isNull());
            return row;
        }
    }
}
