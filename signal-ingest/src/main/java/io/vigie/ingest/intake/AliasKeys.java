package io.vigie.ingest.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes the key by which a system knows a customer in one way, so that it is found however it was written.
 *
 * @param region ISO 3166 alpha-2: where a telephone number without a country code is from
 */
public record AliasKeys(String region) {
    /** Where no region is known: only telephone numbers with a country code are written alike. */
    static final AliasKeys ANYWHERE = new AliasKeys("ZZ");

    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    /** An index of PostgreSQL holds some 2,700 bytes; the longest alias in UTF-8 stays well below. */
    private static final int LONGEST = 512;

    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** {@code system:key}; an e-mail in lower case, a telephone number as E.164, anything else as it is. */
    public String alias(String system, String key) {
        String named = system.strip().toLowerCase(Locale.ROOT);
        String stripped = key.strip();
        return named + ":"
                + switch (named) {
                    case EMAIL -> stripped.toLowerCase(Locale.ROOT);
                    case PHONE -> phone(stripped);
                    default -> stripped;
                };
    }

    /** Why it can be nobody's alias; empty when it can. */
    public static Optional<String> fault(String system, String key) {
        if (!SYSTEM.matcher(system.strip().toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of("a system is named by a word such as stripe, of at most 64 characters");
        }
        return key.isBlank() || key.length() > LONGEST || !SoundJson.isSound(key)
                ? Optional.of(
                        "a key of " + system + " is blank, longer than " + LONGEST + " characters or no plain text")
                : Optional.empty();
    }

    private String phone(String written) {
        try {
            PhoneNumber number = PhoneNumberUtil.getInstance().parse(written, region);
            return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return written;
        }
    }
}
