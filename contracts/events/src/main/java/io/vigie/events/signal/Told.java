package io.vigie.events.signal;

import org.jspecify.annotations.Nullable;

/** How signals of a type are told to the customer whom they concern, in words that can be read out. */
public record Told(Form en, Form fr) {
    public Told {
        if (en == null || fr == null) {
            throw new IllegalArgumentException("told needs both English (en) and French (fr) words");
        }
    }

    /** The words in the language of an IETF tag; English where it is not French. */
    public Form in(String language) {
        return language.startsWith("fr") ? fr : en;
    }

    /**
     * The words of one language.
     *
     * @param one of a single signal: "a complaint"
     * @param many of several, beginning with their number: "{count} complaints"
     */
    public record Form(String one, String many) {
        private static final String COUNT = "{count} ";

        public Form {
            if (blank(one)) {
                throw new IllegalArgumentException("told needs \"one\": the words for a single signal");
            }
            if (blank(many) || !many.startsWith(COUNT)) {
                throw new IllegalArgumentException(
                        "told needs \"many\": the words for several signals, beginning with {count}");
            }
        }

        /** What there are several of, without their number. */
        public String things() {
            return many.substring(COUNT.length());
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
