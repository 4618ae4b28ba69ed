package io.vigie.ingest.source;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import io.vigie.ingest.intake.Decision;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.intake.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source's JSONata expression, compiled once; not to be shared between threads. */
final class Mapping {
    private static final long LONGEST_MILLIS = 10_000;
    private static final int DEEPEST = 500;

    /** All that the library says of whatever was thrown beside an {@code and} or {@code or}. */
    private static final String WITHIN_A_CONDITION = "Unexpected";

    private final Jsonata expression;

    /**
     * @param times how the source writes times, for {@code $instant}
     * @throws IllegalArgumentException when it is no JSONata
     */
    Mapping(String jsonata, Function<String, Optional<Instant>> times) {
        try {
            this.expression = Jsonata.jsonata(jsonata);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("mapping.jsonata: " + e.getMessage() + where(e, jsonata), e);
        }
        expression.setValidateInput(false);
        expression.registerFunction("minor", new Minor());
        expression.registerFunction("instant", new InstantOf(times));
        expression.registerFunction("json", new JsonOf());
        expression.registerFunction("eval", new NoEval());
    }

    private static String where(RuntimeException fault, String jsonata) {
        if (fault instanceof JException known && known.getLocation() > 0 && known.getLocation() <= jsonata.length()) {
            return " (line " + jsonata.substring(0, known.getLocation()).lines().count() + ")";
        }
        return "";
    }

    /** What the expression makes of a row or group; undefined counts as an empty object. */
    Decision<JsonNode> apply(Map<String, Object> scope) {
        try {
            Jsonata.Frame frame = expression.createFrame();
            frame.setRuntimeBounds(LONGEST_MILLIS, DEEPEST);
            Object mapped = expression.evaluate(scope, frame);
            return Decision.accept(Numbers.json(mapped == null ? Map.of() : mapped));
        } catch (RuntimeException e) {
            return Decision.decline(refusal(e));
        }
    }

    private static Refusal refusal(RuntimeException fault) {
        return switch (fault) {
            case Malformed malformed -> malformed.why;
            case JException packed when WITHIN_A_CONDITION.equals(packed.getError()) -> unlike("within a condition");
            case JException _, IllegalArgumentException _ ->
                Reason.UNMAPPED_ROW.because("mapping.jsonata: " + fault.getMessage());
            default -> unlike("here");
        };
    }

    private static Refusal unlike(String where) {
        return Reason.UNMAPPED_ROW.because("mapping.jsonata: something " + where
                + " is not what the mapping takes it for, such as a time, a number or JSON; look at the raw bytes");
    }

    /** {@code $minor(quantity, price)}: money in minor units. */
    private static final class Minor implements Jsonata.Fn2<Object, Object, Long> {
        @Override
        public @Nullable Long apply(@Nullable Object quantity, @Nullable Object price) {
            return quantity == null || price == null ? null : (Long) Numbers.minor(quantity, price);
        }
    }

    /** {@code $instant(text)}: a time of the source as an ISO instant. */
    private record InstantOf(Function<String, Optional<Instant>> times) implements Jsonata.Fn1<Object, String> {
        @Override
        public @Nullable String apply(@Nullable Object text) {
            return text == null
                    ? null
                    : times.apply(text.toString())
                            .orElseThrow(
                                    () -> new IllegalArgumentException("\"" + text + "\" is no time of this source"))
                            .toString();
        }
    }

    /** {@code $json(text)}: what a text holds that a sender has written as JSON. */
    private static final class JsonOf implements Jsonata.Fn1<Object, Object> {
        @Override
        public @Nullable Object apply(@Nullable Object text) {
            return text == null
                    ? null
                    : switch (JsonParser.document(text.toString().getBytes(StandardCharsets.UTF_8))) {
                        case Decision.Accepted<Object>(Object value) -> value;
                        case Decision.Declined<Object>(Refusal why) -> throw new Malformed(why);
                    };
        }
    }

    /** Stands in the place of {@code $eval}: what a sender writes is data, and is never run. */
    private static final class NoEval implements Jsonata.Fn1<Object, Object> {
        @Override
        public @Nullable Object apply(@Nullable Object text) {
            throw new IllegalArgumentException("no text is run as JSONata: read it with $json(text)");
        }
    }

    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal why;

        Malformed(Refusal why) {
            super(why.detail());
            this.why = why;
        }
    }
}
