package io.vigie.local.bench;

import io.vigie.local.feeding.Unexpected;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection that sends a request as soon as the one before is answered. */
final class Connection {
    private static final int LARGEST_ANSWER = 256 << 10;
    private static final int STATUS_BEGINS = 9;
    private static final int STATUS_ENDS = 12;
    private static final String ACCEPTED = "202";
    private static final String LENGTH = "content-length: ";

    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final int IN_CHUNKS = -1;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Template template;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(LARGEST_ANSWER);
    private int wanted;

    Connection(Selector selector, InetSocketAddress service, Template template) throws IOException {
        this.channel = SocketChannel.open(service);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        this.template = template;
        this.request = ByteBuffer.allocate(template.size());
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
        template.fill(request);
        answer.clear();
        wanted = 0;
        write();
    }

    /** Goes on where the socket lets it; whether an answer is whole now. */
    boolean goesOn() throws IOException {
        if (key.isWritable() && request.hasRemaining()) {
            write();
        }
        return key.isReadable() && read();
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private boolean read() throws IOException {
        if (channel.read(answer) < 0) {
            throw new Unexpected("a connection was closed; it was answered: " + told());
        }
        if (wanted == 0) {
            wanted = wholeLength();
        }
        if (wanted == 0 || (wanted == IN_CHUNKS ? !endsWith(LAST_CHUNK) : answer.position() < wanted)) {
            return false;
        }
        if (!told().startsWith(ACCEPTED, STATUS_BEGINS)) {
            throw new Unexpected("not taken: " + told());
        }
        return true;
    }

    private boolean endsWith(String end) {
        int from = answer.position() - end.length();
        return from > 0 && new String(answer.array(), from, end.length(), StandardCharsets.ISO_8859_1).equals(end);
    }

    /** Head and body together; 0 while the head is not whole. */
    private int wholeLength() {
        for (int at = STATUS_ENDS; at + 3 < answer.position(); at++) {
            if (answer.get(at) == '\r' && answer.get(at + 2) == '\r') {
                String head = new String(answer.array(), 0, at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                return head.contains(CHUNKED) ? IN_CHUNKS : at + 4 + bodyLength(head);
            }
        }
        return 0;
    }

    private static int bodyLength(String head) {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int end = head.indexOf('\r', at);
        return Integer.parseInt(head.substring(at + LENGTH.length(), end < 0 ? head.length() : end));
    }

    private String told() {
        return new String(answer.array(), 0, Math.min(answer.position(), 2_000), StandardCharsets.UTF_8);
    }
}
