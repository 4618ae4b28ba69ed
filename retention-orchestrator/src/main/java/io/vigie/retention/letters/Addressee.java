package io.vigie.retention.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * To whom something is said; personal.
 *
 * @param customer the customer's id
 * @param address as the company wrote it, lines apart by line breaks or commas
 */
public record Addressee(String customer, Optional<String> name, Optional<String> address, Language language) {

    /** As they stand in the window of an envelope. */
    List<String> lines(boolean toTheFamily) {
        Stream<String> first = name.stream().map(known -> toTheFamily ? family(known) : known);
        Stream<String> rest =
                address.stream().flatMap(whole -> Arrays.stream(whole.split(whole.contains("\n") ? "\n" : ",")));
        return Stream.concat(first, rest)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String family(String known) {
        return switch (language) {
            case FR -> "À la famille de " + known;
            case EN -> "To the family of " + known;
        };
    }

    /** Nobody's title is guessed from a name. */
    String salutation(boolean toTheFamily) {
        return switch (language) {
            case FR -> "Madame, Monsieur";
            case EN ->
                toTheFamily
                        ? "Dear Sir or Madam"
                        : name.map(known -> "Dear " + known).orElse("Dear customer");
        };
    }
}
