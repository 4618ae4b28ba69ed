package io.vigie.events.signal;

/** What a thing is called on screens. */
public record Labels(String en, String fr) {
    public Labels {
        if (en.isBlank() || fr.isBlank()) {
            throw new IllegalArgumentException("label needs both an English (en) and a French (fr) text");
        }
    }

    /** The text in the language of an IETF tag; English where it is not French. */
    public String in(String language) {
        return language.startsWith("fr") ? fr : en;
    }
}
