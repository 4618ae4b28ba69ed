package io.vigie.retention.letters;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/**
 * To whom the letters of a batch go, as it is printed.
 *
 * @param language of the headings
 * @param date in words
 */
public record AddressList(Language language, String date, List<Letter> letters) {
    public AddressList {
        letters = List.copyOf(letters);
    }

    public static AddressList of(Language language, ZonedDateTime printed, List<Letter> letters) {
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(printed);
        return new AddressList(language, date, letters);
    }
}
