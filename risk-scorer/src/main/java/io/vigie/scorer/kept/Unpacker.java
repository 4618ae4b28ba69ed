package io.vigie.scorer.kept;

import io.vigie.events.Word;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what {@link Packer} wrote, in the same order. */
final class Unpacker {
    private static final int SEVEN_BITS = 0x7f;
    private static final Words WORDS = new Words();

    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    byte mark() {
        return bytes[at++];
    }

    boolean yes() {
        return mark() != 0;
    }

    long number() {
        return signed(unsigned());
    }

    double real() {
        double value = Double.longBitsToDouble((long) Packer.LONGS.get(bytes, at));
        at += Double.BYTES;
        return value;
    }

    String text() {
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    <E extends Enum<E> & Word> E word(Class<E> words) {
        return WORDS.of(words, text());
    }

    byte[] blob() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    Instant instant() {
        long value = unsigned();
        if (value == Packer.FINER) {
            return Instant.ofEpochSecond(number(), unsigned());
        }
        return Instant.ofEpochMilli(signed(value >>> 1));
    }

    <T> Optional<T> maybe(Function<Unpacker, T> read) {
        return yes() ? Optional.of(read.apply(this)) : Optional.empty();
    }

    <T> List<T> each(Function<Unpacker, T> read) {
        int size = length();
        if (size == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read.apply(this));
        }
        return List.copyOf(values);
    }

    <T> NavigableMap<String, T> byName(Function<Unpacker, T> read) {
        NavigableMap<String, T> values = new TreeMap<>();
        repeat(() -> values.put(text(), read.apply(this)));
        return values;
    }

    /** Has something read as often as it was written. */
    void repeat(Runnable read) {
        for (int left = length(); left > 0; left--) {
            read.run();
        }
    }

    private int length() {
        return Math.toIntExact(unsigned());
    }

    private long unsigned() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (long) (next & SEVEN_BITS) << shift;
            shift += Byte.SIZE - 1;
        } while (next < 0);
        return value;
    }

    private static long signed(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
