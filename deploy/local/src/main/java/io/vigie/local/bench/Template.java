package io.vigie.local.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A request that differs from the next in the ids of its events alone, so that making one costs next to nothing. */
final class Template {
    /** Stands where an id goes. */
    static final String ID = "000000000000";

    private final AtomicLong next = new AtomicLong();
    private final byte[] bytes;
    private final int[] ids;

    private Template(byte[] bytes) {
        this.bytes = bytes;
        this.ids = places(bytes);
    }

    /**
     * @param head request line and headers, each ended by a line break, without the length
     */
    static Template of(String head, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String whole = head + "Host: 127.0.0.1\r\nContent-Length: " + length + "\r\n\r\n" + body;
        return new Template(whole.getBytes(StandardCharsets.UTF_8));
    }

    /** The next request, ready to be written. */
    ByteBuffer fill(ByteBuffer into) {
        into.clear().put(bytes);
        for (int place : ids) {
            long id = next.incrementAndGet();
            for (int digit = ID.length() - 1; digit >= 0; digit--) {
                into.put(place + digit, (byte) ('0' + id % 10));
                id /= 10;
            }
        }
        return into.flip();
    }

    int size() {
        return bytes.length;
    }

    private static int[] places(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Integer> found = new ArrayList<>();
        for (int at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at + ID.length())) {
            found.add(at);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
