package io.vigie.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.events.EventJson;
import io.vigie.events.signal.Signal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What companies send most of: orders, tickets, payments, complaints, one in ten with what a customer said. */
final class BenchEvents {
    private static final String SOURCE = "/bench";
    private static final Instant TIME = Instant.parse("2025-11-03T09:00:00Z");
    private static final int CUSTOMERS = 5_000;
    private static final List<Kind> KINDS = List.of(
            new Kind("order.placed", "{\"order\":\"A-1001\",\"amount\":12950,\"currency\":\"EUR\"}"),
            new Kind("support.ticket-opened", "{\"ticket\":\"T-77\",\"escalated\":false}"),
            new Kind("order.placed", "{\"order\":\"A-1002\",\"amount\":4900,\"currency\":\"EUR\"}"),
            new Kind("payment.failed", "{\"amount\":4900,\"currency\":\"EUR\"}"),
            new Kind("order.placed", "{\"order\":\"A-1003\",\"amount\":250,\"currency\":\"EUR\"}"),
            new Kind("complaint.filed", "{\"complaint\":\"K-1\",\"cause\":\"service\",\"timely\":true}"),
            new Kind("support.ticket-opened", "{\"ticket\":\"T-78\",\"escalated\":true}"),
            new Kind("order.placed", "{\"order\":\"A-1004\",\"amount\":99900,\"currency\":\"EUR\"}"),
            new Kind("survey.answered", "{\"score\":4,\"scale\":\"nps\"}"),
            new Kind("complaint.filed", "{\"complaint\":\"K-2\",\"cause\":\"price\",\"text\":\"Slow, and dear\"}"));

    /** What a customer said goes out enciphered, and is longer then; it is as random as that. */
    private static final Pattern SAID = Pattern.compile("\"text\":\"[^\"]*\"");

    private static final int ENCIPHERED_BYTES = 37;

    private record Kind(String type, String data) {}

    private BenchEvents() {}

    /** One after the other, the same at each run; whose id is to be filled in. */
    static String json(int number) {
        Kind kind = KINDS.get(number % KINDS.size());
        return "{\"specversion\":\"1.0\",\"id\":\"" + Template.ID + "\",\"source\":\"" + SOURCE + "\",\"type\":\""
                + kind.type() + "\",\"subject\":\"" + customer(number) + "\",\"time\":\"" + TIME
                + "\",\"datacontenttype\":\"application/json\",\"data\":" + kind.data() + "}";
    }

    static String batch(int size) {
        return IntStream.range(0, size).mapToObj(BenchEvents::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** The same as it is published, as long as signal-ingest publishes it. */
    static Signal signal(int number) {
        Kind kind = KINDS.get(number % KINDS.size());
        return new Signal(
                SOURCE,
                String.format("%012d", number),
                kind.type(),
                customer(number),
                TIME,
                read(SAID.matcher(kind.data()).replaceFirst("\"text\":\"" + likeEnciphered(number) + "\"")),
                Optional.of(TIME));
    }

    private static String likeEnciphered(int number) {
        byte[] bytes = new byte[ENCIPHERED_BYTES];
        new Random(number).nextBytes(bytes);
        return "enc:1:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String customer(int number) {
        return "C-" + number % CUSTOMERS;
    }

    private static JsonNode read(String json) {
        try {
            return EventJson.mapper().readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
