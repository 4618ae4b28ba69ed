package io.vigie.scorer.learning.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What whoever goes by a model should know: a sentence for programs and logs, with a code and figures by which pages say the
 * same in any language.
 *
 * @param names what the sentence names, in its order
 * @param figures what it counts, in its order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Remark(String code, List<String> names, List<Double> figures, String text) {
    public Remark {
        names = names == null ? List.of() : List.copyOf(names);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /** One that is known as a sentence only. */
    public static Remark plain(String text) {
        return new Remark("plain", List.of(), List.of(), text);
    }

    /** The same within another sentence, under another code. */
    public Remark within(String other, String before) {
        return new Remark(other, names, figures, before + text);
    }
}
