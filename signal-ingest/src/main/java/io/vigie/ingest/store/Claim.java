package io.vigie.ingest.store;

/** That an alias, as {@code system:key}, is a customer's. */
public record Claim(String alias, String customer) {
    /** The system alone: keys may be personal. */
    public String system() {
        return alias.substring(0, alias.indexOf(':'));
    }
}
