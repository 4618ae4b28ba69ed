package io.vigie.events.signal;

import org.jspecify.annotations.Nullable;

/** What a thing is called on screens. */
public record Labels(String en, String fr) {
    public Labels {
        if (blank(en) || blank(fr)) {
            throw new IllegalArgumentException("label needs both an English (en) and a French (fr) text");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The text in the language of an IETF tag; English where it is not French. */
    public String in(String language) {
        return language.startsWith("fr") ? fr : en;
    }
}
