package io.vigie.kpi.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.kpi.measure.TaskStatus;

/** The board's own words; {@code messages/board*.properties} holds each in English and French. */
@MessageBundle(value = "board", locale = "en")
public interface BoardWords {
    @Message
    String title();

    @Message
    String first();

    @Message
    String last();

    @Message
    String show();

    @Message
    String days(int days);

    @Message
    String wrongPeriod();

    @Message
    String nothingYet();

    @Message
    String nothingYetHow();

    @Message
    String none();

    @Message
    String figures();

    @Message
    String customers();

    @Message
    String customersLost();

    @Message
    String valueLost();

    @Message
    String ofThoseAtStart();

    @Message
    String ofValueAtStart();

    @Message
    String growth();

    @Message
    String grows();

    @Message
    String shrinks();

    @Message
    String atStart();

    @Message
    String started();

    @Message
    String lost();

    @Message
    String atEnd();

    @Message
    String share();

    @Message
    String churn();

    @Message
    String churnNote();

    @Message
    String way();

    @Message
    String total();

    @Message
    String level();

    @Message
    String byLevel();

    @Message
    String notScored(String customers);

    @Message
    String action();

    @Message
    String tasks();

    @Message
    String tasksByAction();

    @Message
    String status();

    @Message
    String tasksByStatus();

    @Message
    String taskStatus(TaskStatus status);

    @Message
    String outcome();

    @Message
    String outcomes();

    @Message
    String result();

    @Message
    String cases();

    @Message
    String casesByResult();

    @Message
    String reason();

    @Message
    String decisions();

    @Message
    String noAction();

    @Message
    String cause();

    @Message
    String whoLeft();

    @Message
    String complaints();

    @Message
    String signals();

    @Message
    String signalToTask();

    @Message
    String median();

    @Message
    String p99();

    @Message
    String interviews();

    @Message
    String interviewsAsked();

    @Message
    String interviewsHeld();

    @Message
    String effortToLeave();

    @Message
    String hoursToConfirm();

    @Message
    String daysToEnd();

    @Message
    String contactsSinceNotice();

    @Message
    String typically(String median, String p95);
}
