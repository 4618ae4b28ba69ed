package io.vigie.scorer.kept;

import io.vigie.events.Word;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes values one after the other, each as short as it goes; {@link Unpacker} must ask for them in the same order. */
final class Packer {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    static final int NANOS_IN_MILLI = 1_000_000;

    /** Stands before an instant that is no whole millisecond, or too far away to be counted in them. */
    static final long FINER = 1;

    /** Seconds that, as milliseconds twice doubled, still are a number of 64 bits. */
    private static final long FAR = Long.MAX_VALUE / 8_000;

    private static final int USUAL = 768;
    private static final int LONGEST_NUMBER = 10;
    private static final int SEVEN_BITS = 0x7f;

    private byte[] bytes = new byte[USUAL];
    private int end;

    byte[] packed() {
        return Arrays.copyOf(bytes, end);
    }

    Packer mark(byte mark) {
        room(1);
        bytes[end++] = mark;
        return this;
    }

    Packer yes(boolean value) {
        return mark((byte) (value ? 1 : 0));
    }

    /** Small ones take a byte. */
    Packer number(long value) {
        return unsigned((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    Packer real(double value) {
        room(Double.BYTES);
        LONGS.set(bytes, end, Double.doubleToRawLongBits(value));
        end += Double.BYTES;
        return this;
    }

    Packer text(String value) {
        return blob(value.getBytes(StandardCharsets.UTF_8));
    }

    Packer word(Word value) {
        return text(value.word());
    }

    Packer blob(byte[] value) {
        unsigned(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, end, value.length);
        end += value.length;
        return this;
    }

    Packer instant(Instant value) {
        boolean inMillis = value.getNano() % NANOS_IN_MILLI == 0 && Math.abs(value.getEpochSecond()) < FAR;
        if (inMillis) {
            long millis = value.toEpochMilli();
            return unsigned(((millis << 1) ^ (millis >> (Long.SIZE - 1))) << 1);
        }
        return unsigned(FINER).number(value.getEpochSecond()).unsigned(value.getNano());
    }

    <T> Packer maybe(Optional<T> value, BiConsumer<Packer, T> write) {
        yes(value.isPresent());
        value.ifPresent(one -> write.accept(this, one));
        return this;
    }

    <T> Packer each(Collection<T> values, BiConsumer<Packer, T> write) {
        unsigned(values.size());
        for (T value : values) {
            write.accept(this, value);
        }
        return this;
    }

    <T> Packer byName(Map<String, T> values, BiConsumer<Packer, T> write) {
        unsigned(values.size());
        for (Map.Entry<String, T> value : values.entrySet()) {
            write.accept(text(value.getKey()), value.getValue());
        }
        return this;
    }

    private Packer unsigned(long value) {
        room(LONGEST_NUMBER);
        long left = value;
        while ((left & ~SEVEN_BITS) != 0) {
            bytes[end++] = (byte) (left | ~SEVEN_BITS);
            left >>>= Byte.SIZE - 1;
        }
        bytes[end++] = (byte) left;
        return this;
    }

    private void room(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }
}
