package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.events.customer.Channel;
import io.vigie.retention.dispatch.LetterWriter.Lacking;
import io.vigie.retention.store.Deliveries;
import io.vigie.retention.store.KeptLetter.State;
import io.vigie.retention.store.OfferStatus;
import io.vigie.retention.store.Sending.Status;

/** The words of letters, messages, visits and webhooks; {@code messages/acting*.properties} holds them. */
@MessageBundle(value = "acting", locale = "en")
public interface ActingWords {
    @Message
    String letters();

    @Message
    String lettersWaiting(int number);

    @Message
    String lettersLeft(int number);

    @Message
    String notices();

    @Message
    String noticesHelp();

    @Message
    String noticesOwed(int number);

    @Message
    String noticesMissed();

    @Message
    String noneMissed();

    @Message
    String missedHelp();

    @Message
    String missedNumbers(int missed, int late);

    @Message
    String missedShown(int shown);

    @Message
    String writeLate();

    @Message
    String lastDay();

    @Message
    String makeBatch();

    @Message
    String noLetters();

    @Message
    String toBatch();

    @Message
    String batches();

    @Message
    String batch();

    @Message
    String noBatches();

    @Message
    String number();

    @Message
    String text();

    @Message
    String made();

    @Message
    String by(String who);

    @Message
    String sheets();

    @Message
    String addresses();

    @Message
    String posted();

    @Message
    String sayPosted();

    @Message
    String letterState(State state);

    @Message
    String lacking(Lacking why);

    @Message
    String script();

    @Message
    String listen();

    @Message
    String admit();

    @Message
    String competitors();

    @Message
    String never();

    @Message
    String writeNow();

    @Message
    String byHand();

    @Message
    String write();

    @Message
    String outgoing();

    @Message
    String local();

    @Message
    String nothingSent();

    @Message
    String channel();

    @Message
    String channelName(Channel channel);

    @Message
    String state();

    @Message
    String sendingStatus(Status status);

    @Message
    String hasLeft();

    @Message
    String sendAgain();

    @Message
    String sendingOver();

    @Message
    String to();

    @Message
    String subject();

    @Message
    String unreadable();

    @Message
    String visit();

    @Message
    String brief();

    @Message
    String start();

    @Message
    String minutes();

    @Message
    String place();

    @Message
    String host();

    @Message
    String guests();

    @Message
    String book();

    @Message
    String callOff();

    @Message
    String noVisit(String why);

    @Message
    String webhooks();

    @Message
    String noWebhooks();

    @Message
    String address();

    @Message
    String types();

    @Message
    String allTypes();

    @Message
    String register();

    @Message
    String secretOnce(String secret);

    @Message
    String disable();

    @Message
    String disabled(String because);

    @Message
    String deliveries();

    @Message
    String event();

    @Message
    String answer();

    @Message
    String resend();

    @Message
    String deliveryStatus(Deliveries.Status status);

    @Message
    String interview();

    @Message
    String interviewHelp();

    @Message
    String notAnswered();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String keep();

    @Message
    String sendNow();

    @Message
    String offers();

    @Message
    String offersAsked();

    @Message
    String noOffersAsked();

    @Message
    String offerMost();

    @Message
    String offerAskedBy();

    @Message
    String offerApprove();

    @Message
    String offerRefuse();

    @Message
    String offerBudgets();

    @Message
    String offersAll();

    @Message
    String offerSpent();

    @Message
    String offerCap();

    @Message
    String offerNoCap();

    @Message
    String askForOffer();

    @Message
    String offerStatus(OfferStatus status);

    @Message
    String barometer();

    @Message
    String barometerHelp();

    @Message
    String drawWave();

    @Message
    String waveName();

    @Message
    String leftFrom();

    @Message
    String leftTo();

    @Message
    String waveSize();

    @Message
    String draw();

    @Message
    String noWaves();

    @Message
    String drawnAt();

    @Message
    String population();

    @Message
    String drawnMany();

    @Message
    String askedMany();

    @Message
    String responseRate();

    @Message
    String tooFew();

    @Message
    String whyTheyLeft();

    @Message
    String whereTheyLeft();

    @Message
    String others();

    @Message
    String noLinks();

    @Message
    String notDrawn(String why);

    @Message
    String addressesPrinted();
}
