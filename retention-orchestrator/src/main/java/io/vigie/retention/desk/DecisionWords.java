package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.retention.law.Permission.Denial;
import io.vigie.retention.law.Permission.Ground;
import io.vigie.retention.law.Permission.Hindrance;

/** Words about decisions; {@code messages/decision*.properties} holds each in English and French. */
@MessageBundle(value = "decision", locale = "en")
public interface DecisionWords {
    @Message
    String leftAlone();

    @Message
    String leftAloneHelp();

    @Message
    String everyReason();

    @Message
    String nobody();

    @Message
    String reason();

    @Message
    String when();

    @Message
    String wouldHave();

    @Message
    String candidates();

    @Message
    String offer();

    @Message
    String none();

    @Message
    String saveRate();

    @Message
    String learned();

    @Message
    String prior();

    @Message
    String cost();

    @Message
    String offerCost();

    @Message
    String timeCost(String amount);

    @Message
    String barred();

    @Message
    String inputs();

    @Message
    String propensity();

    @Message
    String overrule();

    @Message
    String overruleHelp();

    @Message
    String instead();

    @Message
    String noAction();

    @Message
    String because();

    @Message
    String confirm();

    @Message
    String overruled();

    @Message
    String cannot();

    @Message
    String needsApproval();

    @Message
    String allowedNow();

    @Message
    String allowedFrom(String when);

    @Message
    String notAllowed();

    @Message
    String ground(Ground ground);

    @Message
    String hindrance(Hindrance hindrance);

    @Message
    String denial(Denial denial);
}
