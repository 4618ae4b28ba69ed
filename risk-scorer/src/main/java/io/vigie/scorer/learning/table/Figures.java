package io.vigie.scorer.learning.table;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How a column writes its numbers. */
enum Figures {
    POINT(Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")),
    GROUPED_POINT(Pattern.compile("[-+]?\\d{1,3}(,\\d{3})*(\\.\\d+)?|[-+]?\\d+(\\.\\d+)?")),
    COMMA(Pattern.compile("[-+]?(\\d+,?\\d*|,\\d+)([eE][-+]?\\d+)?")),
    GROUPED_COMMA(Pattern.compile("[-+]?\\d{1,3}([. \\u00a0\\u202f]\\d{3})*(,\\d+)?|[-+]?\\d+(,\\d+)?"));

    private static final Pattern UNIT = Pattern.compile("^[€$£]\\s*|\\s*[€$£%]$");

    private final Pattern shape;

    Figures(Pattern shape) {
        this.shape = shape;
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    OptionalDouble parse(String cell) {
        String bare = UNIT.matcher(cell).replaceAll("");
        if (!shape.matcher(bare).matches()) {
            return OptionalDouble.empty();
        }
        String plain =
                switch (this) {
                    case POINT -> bare;
                    case GROUPED_POINT -> bare.replace(",", "");
                    case COMMA -> bare.replace(',', '.');
                    case GROUPED_COMMA ->
                        bare.replaceAll("[. \\u00a0\\u202f]", "").replace(',', '.');
                };
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
