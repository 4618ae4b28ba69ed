package io.vigie.retention.letters;

import io.vigie.events.Word;
import java.util.Locale;

/** The languages that customers are written to in. */
public enum Language implements Word {
    FR("fr-FR"),
    EN("en-GB");

    private final Locale locale;

    Language(String tag) {
        locale = Locale.forLanguageTag(tag);
    }

    Locale locale() {
        return locale;
    }

    /**
     * The one that a customer's own begins with, such as {@code fr} or {@code fr-BE}.
     *
     * @param otherwise where it is neither
     */
    public static Language of(String spoken, Language otherwise) {
        String primary = Locale.forLanguageTag(spoken.replace('_', '-')).getLanguage();
        return switch (primary) {
            case "fr" -> FR;
            case "en" -> EN;
            default -> otherwise;
        };
    }
}
