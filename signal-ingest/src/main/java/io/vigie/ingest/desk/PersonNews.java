package io.vigie.ingest.desk;

/** What became of what was just done for a customer. */
public enum PersonNews {
    OBJECTS(true),
    OBJECTS_NO_MORE(true),
    CONSENTED(true),
    ERASED(true),
    NOBODY(false),
    NOT_CONFIRMED(false),
    NO_DATE(false),
    IN_FUTURE(false),
    LATER_HOLDS(false),
    NOT_SAFE(false);

    private final boolean done;

    PersonNews(boolean done) {
        this.done = done;
    }

    public boolean isDone() {
        return done;
    }
}
