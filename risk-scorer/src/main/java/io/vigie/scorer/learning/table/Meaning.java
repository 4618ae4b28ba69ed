package io.vigie.scorer.learning.table;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.OptionalDouble;

/** What a column holds, as far as its values tell. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "holds")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Meaning.Amount.class, name = "numbers"),
    @JsonSubTypes.Type(value = Meaning.Day.class, name = "days"),
    @JsonSubTypes.Type(value = Meaning.Word.class, name = "words"),
    @JsonSubTypes.Type(value = Meaning.Identifier.class, name = "identifiers"),
    @JsonSubTypes.Type(value = Meaning.Constant.class, name = "one-value")
})
sealed interface Meaning permits Meaning.Scale, Meaning.Word, Meaning.Identifier, Meaning.Constant {
    /** Numbers; the few cells that are none count as blank. */
    record Amount(Figures written) implements Scale {
        @Override
        public OptionalDouble parse(String cell) {
            return written.parse(cell);
        }
    }

    /** Dates, as days since 1970. */
    record Day(Dates written) implements Scale {
        @Override
        public OptionalDouble parse(String cell) {
            return written.parse(cell);
        }
    }

    /** Words from a list. */
    record Word() implements Meaning {}

    /** A name or number of each customer's own: nothing to be learned from. */
    record Identifier() implements Meaning {}

    /** The same in every row. */
    record Constant() implements Meaning {}

    /** What can be put in order. */
    sealed interface Scale extends Meaning permits Amount, Day {
        OptionalDouble parse(String cell);
    }
}
