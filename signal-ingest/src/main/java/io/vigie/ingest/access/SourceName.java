package io.vigie.ingest.access;

import java.util.regex.Pattern;

/** A source's name stands in addresses, scopes and paths of files, so it is a plain word everywhere. */
public final class SourceName {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    private SourceName() {}

    public static boolean isOne(String text) {
        return WORD.matcher(text).matches();
    }
}
