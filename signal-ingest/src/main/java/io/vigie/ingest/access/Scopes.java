package io.vigie.ingest.access;

import java.util.Set;

/**
 * What a key or a token may be used for; those of one source only have its name behind a colon, as {@code
 * signals:stripe} and {@code imports:online-retail}.
 */
public final class Scopes {
    public static final String SIGNALS = "signals";
    public static final String CUSTOMERS = "customers";
    public static final String IMPORTS = "imports";

    /** Everything, the giving of keys included. */
    public static final String ADMIN = "admin";

    public static final Set<String> ALL = Set.of(SIGNALS, CUSTOMERS, IMPORTS, ADMIN);

    private static final Set<String> OF_ONE_SOURCE = Set.of(SIGNALS, IMPORTS);

    private Scopes() {}

    /** Whether it can be given to a key. */
    public static boolean isScope(String text) {
        int colon = text.indexOf(':');
        return ALL.contains(text)
                || (colon > 0
                        && OF_ONE_SOURCE.contains(text.substring(0, colon))
                        && SourceName.isOne(text.substring(colon + 1)));
    }

    /** The scope for one source only. */
    public static String limited(String scope, String source) {
        return scope + ":" + source;
    }
}
