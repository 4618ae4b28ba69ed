package io.vigie.ingest.stream;

/** What became of something on its way is more than the broker takes in one piece, however often it is sent. */
public final class TooLargeToSend extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeToSend(Exception cause) {
        super("the broker takes nothing that large: " + cause.getMessage(), cause);
    }
}
