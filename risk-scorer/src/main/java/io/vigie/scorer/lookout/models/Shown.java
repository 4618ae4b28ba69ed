package io.vigie.scorer.lookout.models;

import io.vigie.events.reasons.Wording;
import io.vigie.scorer.learning.training.Remark;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/**
 * A remark as a page shows it, its figures as the reader writes them.
 *
 * @param code by which its words are found
 * @param text for what has no words
 */
public record Shown(String code, List<String> names, List<String> figures, String text) {
    static final Shown NOTHING = new Shown("", List.of(), List.of(), "");

    static Shown of(Remark remark, Wording wording) {
        NumberFormat format = NumberFormat.getInstance(Locale.forLanguageTag(wording.language()));
        return new Shown(
                remark.code(),
                remark.names(),
                remark.figures().stream().map(format::format).toList(),
                remark.text());
    }
}
