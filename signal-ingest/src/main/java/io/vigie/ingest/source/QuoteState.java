package io.vigie.ingest.source;

/** Whether a place in a CSV row is inside quotes: only a quote at the start of a field opens one (RFC 4180 §2). */
final class QuoteState {
    private final boolean counts;
    private final byte separator;
    private Place place = Place.FIELD_START;

    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_WITHIN
    }

    QuoteState(byte separator) {
        this(true, separator);
    }

    private QuoteState(boolean counts, byte separator) {
        this.counts = counts;
        this.separator = separator;
    }

    /** For files in which a quote means nothing to the rows. */
    static QuoteState never() {
        return new QuoteState(false, (byte) 0);
    }

    void startRow() {
        place = Place.FIELD_START;
    }

    boolean open() {
        return place == Place.QUOTED;
    }

    void see(byte unit) {
        if (counts) {
            place = switch (place) {
                case FIELD_START -> unit == '"' ? Place.QUOTED : after(unit);
                case PLAIN -> after(unit);
                case QUOTED -> unit == '"' ? Place.QUOTE_WITHIN : Place.QUOTED;
                case QUOTE_WITHIN -> unit == '"' ? Place.QUOTED : after(unit);
            };
        }
    }

    private Place after(byte unit) {
        return unit == separator ? Place.FIELD_START : Place.PLAIN;
    }
}
