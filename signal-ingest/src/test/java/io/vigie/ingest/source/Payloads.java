package io.vigie.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Bodies to throw at sources: their samples mutated, and noise. */
public final class Payloads {
    private static final Path FOLDER = Path.of("src/main/resources/sources");
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1e308",
            "9999999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "[null]",
            "{}",
            "[[[[]]]]",
            "{\"a\":{\"b\":[1,null]}}",
            "\"" + "x".repeat(300) + "\"",
            "<a/>",
            "&lol;",
            "\uFEFF");

    private final Random random;
    private final Map<String, List<byte[]>> samples = new HashMap<>();

    public Payloads(Random random) {
        this.random = random;
    }

    public byte[] next(Source source) {
        List<byte[]> seeds = samples.computeIfAbsent(source.name(), Payloads::samplesOf);
        return mutated(seeds.get(random.nextInt(seeds.size())));
    }

    public byte[] mutated(byte[] seed) {
        byte[] body = seed.clone();
        List<UnaryOperator<byte[]>> ways = List.of(
                this::flipped,
                this::cut,
                this::doubled,
                this::oddValue,
                this::swappedWords,
                _ -> noise(),
                whole -> whole);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            body = ways.get(random.nextInt(ways.size())).apply(body);
        }
        return body;
    }

    private static List<byte[]> samplesOf(String source) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(source).resolve("samples"))) {
            return files.filter(file -> file.getFileName().toString().contains(".input."))
                    .sorted()
                    .flatMap(Payloads::parts)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample itself, and each of its lines that is a JSON object: one event is mapped sooner than twelve. */
    private static Stream<byte[]> parts(Path file) {
        try {
            String text = Files.readString(file);
            Stream<String> events = file.toString().endsWith(".json")
                    ? text.replaceAll("\n   +", " ").lines().map(String::strip).filter(line -> line.startsWith("{"))
                    : Stream.of();
            return Stream.concat(Stream.of(text), events.map(line -> line.replaceAll(",$", "")))
                    .map(part -> part.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] flipped(byte[] body) {
        for (int times = random.nextInt(4); times >= 0 && body.length > 0; times--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private byte[] cut(byte[] body) {
        int from = random.nextInt(body.length + 1);
        int to = from + random.nextInt(body.length - from + 1);
        return random.nextBoolean() ? Arrays.copyOfRange(body, from, to) : Arrays.copyOf(body, from);
    }

    private byte[] doubled(byte[] body) {
        byte[] twice = Arrays.copyOf(body, body.length * 2);
        System.arraycopy(body, 0, twice, body.length, body.length);
        return body.length > 20_000 ? body : twice;
    }

    /** Puts something odd in the place of one value. */
    private byte[] oddValue(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int colon = text.indexOf(body.length > 0 && body[0] == '<' ? '>' : ':', random.nextInt(text.length() + 1));
        if (colon < 0) {
            return body;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]<".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String odd = ODD.get(random.nextInt(ODD.size()));
        return (text.substring(0, colon + 1) + odd + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] swappedWords(byte[] body) {
        String[] words = new String(body, StandardCharsets.UTF_8).split("\"", -1);
        int one = random.nextInt(words.length);
        int other = random.nextInt(words.length);
        String kept = words[one];
        words[one] = words[other];
        words[other] = kept;
        return String.join("\"", words).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }
}
