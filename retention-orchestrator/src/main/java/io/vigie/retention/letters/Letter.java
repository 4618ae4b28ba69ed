package io.vigie.retention.letters;

import java.util.List;
import java.util.Optional;

/**
 * What stands in one letter or message, ready to be set: dates in words, and an empty text for what is not known.
 *
 * @param text the name of its template
 * @param number of the letter; empty in a message
 * @param customerSince since when, this time
 * @param matterSince when what it is about began
 * @param endsOn when what it is about ends, such as a terminated contract
 * @param leftOn when the customer left
 * @param deadline the last day on which a renewal can be refused
 * @param renewsOn when the contract renews otherwise
 * @param offer what is offered, in words
 * @param surveyLink where three questions are asked
 */
public record Letter(
        String text,
        String language,
        String number,
        String date,
        String customer,
        List<String> addressee,
        String salutation,
        String contract,
        String customerSince,
        String matterSince,
        String endsOn,
        String leftOn,
        String deadline,
        String renewsOn,
        String offer,
        String surveyLink) {
    public Letter {
        addressee = List.copyOf(addressee);
    }

    /** The same under its number, once it has one. */
    public Letter numbered(long sequence) {
        return new Letter(
                text,
                language,
                "L-%06d".formatted(sequence),
                date,
                customer,
                addressee,
                salutation,
                contract,
                customerSince,
                matterSince,
                endsOn,
                leftOn,
                deadline,
                renewsOn,
                offer,
                surveyLink);
    }

    /** Something of every kind, to try templates on. */
    public static Letter sample(String text, Language language) {
        Addressee nobody = new Addressee("C-0000", Optional.of("Alix Exemple"), Optional.of("1 rue, Paris"), language);
        return new Letter(
                text,
                language.word(),
                "L-000000",
                "1",
                "C-0000",
                nobody.lines(false),
                nobody.salutation(false),
                "K-1",
                "1",
                "1",
                "1",
                "1",
                "1",
                "1",
                "1",
                "https://example.com");
    }
}
