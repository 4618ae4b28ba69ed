package io.vigie.look;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Figures, money and dates as the reader's language writes them: {@code {fig:money(minor, currency)}} in a template. */
@TemplateExtension(namespace = "fig")
public final class Figures {
    private Figures() {}

    static String number(Number value, @TemplateAttribute("locale") @Nullable Object locale) {
        return NumberFormat.getIntegerInstance(language(locale)).format(value);
    }

    /** A share of one as a percentage with one decimal. */
    static String percent(Number share, @TemplateAttribute("locale") @Nullable Object locale) {
        NumberFormat format = NumberFormat.getPercentInstance(language(locale));
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** A figure with three decimals. */
    static String decimal(Number value, @TemplateAttribute("locale") @Nullable Object locale) {
        NumberFormat format = NumberFormat.getNumberInstance(language(locale));
        format.setMinimumFractionDigits(3);
        format.setMaximumFractionDigits(3);
        return format.format(value);
    }

    /** A figure with one decimal where it needs it. */
    static String tenths(Number value, @TemplateAttribute("locale") @Nullable Object locale) {
        NumberFormat format = NumberFormat.getNumberInstance(language(locale));
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** A movement of a share of one, in percentage points with their sign. */
    static String points(Number movement, @TemplateAttribute("locale") @Nullable Object locale) {
        NumberFormat format = NumberFormat.getNumberInstance(language(locale));
        format.setMaximumFractionDigits(1);
        format.setMinimumFractionDigits(1);
        double points = Math.round(1000 * movement.doubleValue()) / 10.0;
        String sign = points < 0 ? "−" : points > 0 ? "+" : "±";
        return sign + format.format(Math.abs(points)) + " pts";
    }

    /** An amount in minor units, shown in whole units. */
    static String money(Number minor, String currency, @TemplateAttribute("locale") @Nullable Object locale) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(language(locale));
        format.setCurrency(unit);
        format.setMaximumFractionDigits(0);
        return format.format(major(minor, currency));
    }

    /** An amount in minor units as a plain number of whole units, for the drawing of charts. */
    static BigDecimal major(Number minor, String currency) {
        return BigDecimal.valueOf(
                minor.longValue(), Currency.getInstance(currency).getDefaultFractionDigits());
    }

    static String day(Instant instant, @TemplateAttribute("locale") @Nullable Object locale) {
        return written("d MMM yyyy", instant, locale);
    }

    static String moment(Instant instant, @TemplateAttribute("locale") @Nullable Object locale) {
        return written("d MMM yyyy HH:mm", instant, locale);
    }

    /** A length of time in the two largest units that it fills. */
    static String lasting(Duration duration, @TemplateAttribute("locale") @Nullable Object locale) {
        String day = language(locale).getLanguage().equals("fr") ? "j" : "d";
        if (duration.toDays() > 0) {
            return duration.toDays() + " " + day + " " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toSeconds() > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private static String written(String pattern, Instant instant, @Nullable Object locale) {
        ZoneId zone = ConfigProvider.getConfig()
                .getOptionalValue("vigie.zone", String.class)
                .map(ZoneId::of)
                .orElseGet(() -> ZoneId.of("Europe/Paris"));
        return DateTimeFormatter.ofPattern(pattern, language(locale)).format(instant.atZone(zone));
    }

    private static Locale language(@Nullable Object locale) {
        return switch (locale) {
            case null -> Locale.ENGLISH;
            case Locale one -> one;
            default -> Locale.forLanguageTag(locale.toString());
        };
    }
}
