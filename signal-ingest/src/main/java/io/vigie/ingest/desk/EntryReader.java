package io.vigie.ingest.desk;

import io.vigie.events.wire.InstantText;
import io.vigie.ingest.intake.Naming;
import io.vigie.ingest.source.Numbers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads one form of what comes on paper. */
final class EntryReader {
    private static final String SOURCE = "/ops/entry";
    private static final int CENTS = 2;
    private static final int MOST_DIGITS = 12;

    private final EntryForm form;
    private final Fields fields;

    private EntryReader(EntryForm form, ZoneId zone) {
        this.form = form;
        this.fields = new Fields(form.typed(), zone);
    }

    /**
     * @param now the wall clock: nobody enters what has not happened yet
     * @param zone whose days are meant
     */
    static Fields.Reading read(EntryForm form, Naming naming, Instant now, ZoneId zone) {
        return new EntryReader(form, zone).read(naming, now);
    }

    private Fields.Reading read(Naming naming, Instant now) {
        switch (form.kind()) {
            case RETURNED_MAIL -> fields.word("reason");
            case FAILED_DEBIT -> debit();
            case TERMINATION -> termination();
        }
        return fields.signal(SOURCE, form.kind().type(), naming, now);
    }

    private void debit() {
        fields.word("invoice");
        fields.word("reason");
        fields.field("amount").ifPresent(this::amount);
    }

    private void amount(String typed) {
        String currency = form.value("currency");
        if (!currency.matches("[A-Z]{3}")) {
            fields.wrong("currency", EntryFault.NO_CURRENCY);
        }
        minor(typed)
                .ifPresentOrElse(
                        cents -> fields.attributes().put("amount", cents).put("currency", currency),
                        () -> fields.wrong("amount", EntryFault.NO_AMOUNT));
    }

    /** As in files with decimal commas; a full stop before one or two digits can be nothing but the decimals. */
    private static Optional<Long> minor(String typed) {
        String bare = typed.replaceAll("[\\s\\u00a0\\u202f]*€", "").strip();
        return (bare.matches("[0-9]+\\.[0-9]{1,2}") ? Numbers.exact(bare, '.') : Numbers.exact(bare, ','))
                .filter(amount -> amount.signum() >= 0
                        && amount.scale() <= CENTS
                        && amount.precision() - amount.scale() <= MOST_DIGITS)
                .map(amount -> amount.movePointRight(CENTS).longValueExact());
    }

    private void termination() {
        fields.word("contract");
        fields.word("cause");
        fields.word("channel");
        fields.day("effective").ifPresent(start -> fields.attributes().put("effective", InstantText.of(start)));
        fields.text("text");
    }
}
