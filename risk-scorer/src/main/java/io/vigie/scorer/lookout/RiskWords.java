package io.vigie.scorer.lookout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of these pages; {@code messages/risk*.properties} holds each in English and French. */
@MessageBundle(value = "risk", locale = "en")
public interface RiskWords {
    @Message
    String title();

    @Message
    String customer();

    @Message
    String customerOf(String customer);

    @Message
    String search();

    @Message
    String show();

    @Message
    String nobody();

    @Message
    String nobodyHow();

    @Message
    String mostLikely();

    @Message
    String level();

    @Message
    String probability();

    @Message
    String reasons();

    @Message
    String segment();

    @Message
    String yearlyMargin();

    @Message
    String back();

    @Message
    String asOf();

    @Message
    String asOfMoment(String moment);

    @Message
    String backToNow();

    @Message
    String within(int days);

    @Message
    String byChoice();

    @Message
    String unpaid();

    @Message
    String comparable();

    @Message
    String model();

    @Message
    String letter();

    @Message
    String printHint();

    @Message
    String course();

    @Message
    String soFar();

    @Message
    String ahead();

    @Message
    String moment();

    @Message
    String figures();

    @Message
    String why();

    @Message
    String whyHelp();

    @Message
    String noReason();

    @Message
    String next();

    @Message
    String ifNothingComes();

    @Message
    String by(String day);

    @Message
    String staysSo();

    @Message
    String whatIf();

    @Message
    String whatIfHelp();

    @Message
    String supposed();

    @Message
    String nothing();

    @Message
    String inDays();

    @Message
    String compare();

    @Message
    String without();

    @Message
    String with();

    @Message
    String change();

    @Message
    String moves();

    @Message
    String movesHelp();

    @Message
    String record();

    @Message
    String passingTime(String points);

    @Message
    String nothingToShow();

    @Message
    String because(NothingToShow.Why why);

    @Message
    String since(String day);
}
