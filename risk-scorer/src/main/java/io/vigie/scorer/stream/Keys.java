package io.vigie.scorer.stream;

import io.vigie.scorer.profile.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** Keys of stores that are read in order: bytes that sort as what they stand for. */
final class Keys {
    private static final int INSTANT = Long.BYTES + Integer.BYTES;
    static final int DIGEST = 16;

    private Keys() {}

    /** The prefix of all that is kept of a customer; its length stands first, so that no other's begins with it. */
    static Bytes ofCustomer(String customer) {
        byte[] id = utf8(customer);
        return Bytes.wrap(ByteBuffer.allocate(Short.BYTES + id.length)
                .putShort((short) id.length)
                .put(id)
                .array());
    }

    static Bytes timeline(String customer, Position position) {
        byte[] prefix = ofCustomer(customer).get();
        byte[] source = utf8(position.source());
        byte[] id = utf8(position.id());
        ByteBuffer key = ByteBuffer.allocate(prefix.length + INSTANT + 1 + source.length + 1 + id.length)
                .put(prefix);
        putInstant(key, position.time())
                .put((byte) (position.happened() ? 1 : 0))
                .put(source)
                .put((byte) 0)
                .put(id);
        return Bytes.wrap(key.array());
    }

    /** The instant of a line of a customer's timeline whose key stands somewhere in other bytes. */
    static Instant instantOfLine(byte[] bytes, int from, String customer) {
        ByteBuffer key = ByteBuffer.wrap(bytes);
        key.position(from + ofCustomer(customer).get().length);
        return Instant.ofEpochSecond(key.getLong() ^ Long.MIN_VALUE, key.getInt());
    }

    static Bytes seen(String customer, Position position) {
        byte[] prefix = ofCustomer(customer).get();
        byte[] digest = digest(utf8(position.source() + "\n" + position.id()));
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + DIGEST)
                .put(prefix)
                .put(digest)
                .array());
    }

    static Bytes review(Instant due, String customer) {
        byte[] id = utf8(customer);
        return Bytes.wrap(putInstant(ByteBuffer.allocate(INSTANT + id.length), due)
                .put(id)
                .array());
    }

    /** The end, not included, of all reviews due by an instant. */
    static Bytes reviewsAfter(Instant due) {
        return Bytes.wrap(
                putInstant(ByteBuffer.allocate(INSTANT), due.plusNanos(1)).array());
    }

    static String customerOfReview(Bytes key) {
        return tail(key, INSTANT);
    }

    /** Positive doubles sort as their bits do; turned round, the highest comes first. */
    static Bytes rank(double probability, String customer) {
        byte[] id = utf8(customer);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(~Double.doubleToLongBits(probability) & Long.MAX_VALUE)
                .put(id)
                .array());
    }

    static String customerOfRank(Bytes key) {
        return tail(key, Long.BYTES);
    }

    /** 16 bytes that tell contents apart. */
    static byte[] digest(byte[] content) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer putInstant(ByteBuffer key, Instant instant) {
        return key.putLong(instant.getEpochSecond() ^ Long.MIN_VALUE).putInt(instant.getNano());
    }

    private static String tail(Bytes key, int from) {
        return new String(key.get(), from, key.get().length - from, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
