package io.vigie.look;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.events.customer.Segment;
import io.vigie.events.retention.Action;
import io.vigie.events.retention.CaseEnd;
import io.vigie.events.retention.CaseResult;
import io.vigie.events.retention.NoActionReason;
import io.vigie.events.retention.Outcome;
import io.vigie.events.retention.Team;
import io.vigie.events.risk.Leaving;
import io.vigie.events.risk.RiskLevel;
import io.vigie.events.signal.Cause;
import io.vigie.events.signal.JourneyStage;

/** Words that more than one service shows; {@code messages/look*.properties} holds each in English and French. */
@MessageBundle(value = "look", locale = "en")
public interface LookWords {
    @Message
    String lang();

    @Message
    String otherLang();

    @Message
    String otherLanguage();

    @Message
    String skip();

    @Message
    String pages();

    @Message
    String desk();

    @Message
    String risks();

    @Message
    String note();

    @Message
    String board();

    @Message
    String intake();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String signInFailed();

    @Message
    String userName();

    @Message
    String password();

    @Message
    String level(RiskLevel level);

    @Message
    String leaving(Leaving leaving);

    @Message
    String cause(Cause cause);

    @Message
    String stage(JourneyStage stage);

    @Message
    String segment(Segment segment);

    @Message
    String action(Action action);

    @Message
    String team(Team team);

    @Message
    String outcome(Outcome outcome);

    @Message
    String caseResult(CaseResult result);

    @Message
    String caseEnd(CaseEnd end);

    @Message
    String noAction(NoActionReason reason);
}
