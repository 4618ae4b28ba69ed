package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.retention.store.CaseStatus;
import io.vigie.retention.store.TaskStatus;

/** The desk's own words; {@code messages/desk*.properties} holds each in English and French. */
@MessageBundle(value = "desk", locale = "en")
public interface DeskWords {
    @Message
    String title();

    @Message
    String caseOf(String customer);

    @Message
    String everyTeam();

    @Message
    String nothingToDo();

    @Message
    String showMore();

    @Message
    String level();

    @Message
    String customer();

    @Message
    String reasons();

    @Message
    String action();

    @Message
    String team();

    @Message
    String due();

    @Message
    String late();

    @Message
    String worth();

    @Message
    String whatToDo();

    @Message
    String claim();

    @Message
    String claimedBy(String who);

    @Message
    String meantFor(String who);

    @Message
    String outcome();

    @Message
    String choose();

    @Message
    String note();

    @Message
    String complete();

    @Message
    String status(TaskStatus status);

    @Message
    String caseStatus(CaseStatus status);

    @Message
    String probability();

    @Message
    String cause();

    @Message
    String segment();

    @Message
    String atStake();

    @Message
    String about();

    @Message
    String rule();

    @Message
    String opened();

    @Message
    String waitingUntil();

    @Message
    String ifNothingComes();

    @Message
    String by(String day);

    @Message
    String comingDates();

    @Message
    String contact();

    @Message
    String noContact();

    @Message
    String people();

    @Message
    String callFirst(String who);

    @Message
    String belongsTo();

    @Message
    String besides();

    @Message
    String openCase();

    @Message
    String whyNow();

    @Message
    String whyHelp();

    @Message
    String timeline();

    @Message
    String scorerTimeline();

    @Message
    String backToQueue();

    @Message
    String riskMoved(String probability);

    @Message
    String caseOpened();

    @Message
    String taskAssigned();

    @Message
    String taskClaimed(String who);

    @Message
    String taskDone(String who);

    @Message
    String taskCancelled();

    @Message
    String caseClosed();

    @Message
    String timePassing();

    @Message
    String phone();

    @Message
    String address();

    @Message
    String tooLate();
}
