package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.retention.store.GoLive;

/** Words of the page on which a company goes live; {@code messages/golive*.properties} holds each in both languages. */
@MessageBundle(value = "golive", locale = "en")
public interface GoLiveWords {
    @Message
    String title();

    @Message
    String intro();

    @Message
    String state(GoLive.State state);

    @Message
    String attempt();

    @Message
    String days();

    @Message
    String history();

    @Message
    String historyHelp();

    @Message
    String basis(String customers, String moment, String policy);

    @Message
    String underWay(String number);

    @Message
    String wouldDo();

    @Message
    String wanted();

    @Message
    String fits();

    @Message
    String watched();

    @Message
    String allTime();

    @Message
    String teams();

    @Message
    String price();

    @Message
    String when();

    @Message
    String day();

    @Message
    String tasks();

    @Message
    String who();

    @Message
    String customer();

    @Message
    String more();

    @Message
    String confirm();

    @Message
    String confirmHelp();

    @Message
    String liveSince(String moment, String by);

    @Message
    String progress(String decided, String opened, String alone);

    @Message
    String refused();
}
