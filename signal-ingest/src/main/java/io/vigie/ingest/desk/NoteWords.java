package io.vigie.ingest.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on which anybody notes a signal; {@code messages/note*.properties} hold them. */
@MessageBundle(value = "note", locale = "en")
public interface NoteWords {
    @Message
    String title();

    @Message
    String titleOf(String type);

    @Message
    String help();

    @Message
    String choose();

    @Message
    String about(String customer);

    @Message
    String noted(String type, String customer, String day);

    @Message
    String itsRisk();

    @Message
    String when();

    @Message
    String other();

    @Message
    String note();

    @Message
    String field(NoteField field);

    @Message
    String mood(Mood mood);

    @Message
    String yes();

    @Message
    String no();
}
