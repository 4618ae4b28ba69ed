package io.vigie.scorer.stream;

/** Where an instance of the scorer answers. */
public record Instance(String host, int port) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
