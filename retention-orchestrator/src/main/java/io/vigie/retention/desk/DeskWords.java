package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.retention.casework.IllegalMove.Why;
import io.vigie.retention.casework.SnoozeReason;
import io.vigie.retention.store.CaseStatus;
import io.vigie.retention.store.TaskStatus;
import io.vigie.retention.teams.TeamRule.Assigning;
import java.time.DayOfWeek;

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
    String promised();

    @Message
    String promisedBy();

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
    String mine();

    @Message
    String putOff();

    @Message
    String putOffUntil(String when);

    @Message
    String until();

    @Message
    String because();

    @Message
    String snoozeReason(SnoozeReason reason);

    @Message
    String release();

    @Message
    String handTo();

    @Message
    String person();

    @Message
    String handOver();

    @Message
    String busyWith(String team);

    @Message
    String waits();

    @Message
    String soonLate();

    @Message
    String taskBack();

    @Message
    String refusal(Why why);

    @Message
    String staff();

    @Message
    String staffHelp();

    @Message
    String whoWorks();

    @Message
    String howTeamsWork();

    @Message
    String name();

    @Message
    String teams();

    @Message
    String languages();

    @Message
    String anyLanguage();

    @Message
    String minutesADay();

    @Message
    String absences();

    @Message
    String absentFrom();

    @Message
    String absentTo();

    @Message
    String nobodyYet();

    @Message
    String keep();

    @Message
    String remove();

    @Message
    String addPerson();

    @Message
    String personId();

    @Message
    String accountManager();

    @Message
    String lead();

    @Message
    String assigning();

    @Message
    String assigningHow(Assigning how);

    @Message
    String above();

    @Message
    String none();

    @Message
    String load();

    @Message
    String minutesOf(String wanted, String there);

    @Message
    String noLoad();

    @Message
    String waitingTasks();

    @Message
    String shadowPrice();

    @Message
    String perMinute(String amount);

    @Message
    String skills();

    @Message
    String queueChanged();

    @Message
    String showQueue();

    @Message
    String hours();

    @Message
    String hoursHelp();

    @Message
    String skillsHelp();

    @Message
    String day(DayOfWeek day);

    @Message
    String dayFrom();

    @Message
    String dayTo();

    @Message
    String change();

    @Message
    String usualHours();
}
