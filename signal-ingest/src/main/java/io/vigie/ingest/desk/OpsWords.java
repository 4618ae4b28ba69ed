package io.vigie.ingest.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.events.customer.Channel;
import io.vigie.events.customer.Purpose;
import io.vigie.events.wire.Via;
import io.vigie.ingest.intake.Reason;
import io.vigie.ingest.store.ErasureRows;
import io.vigie.ingest.store.Quarantined;

/** The words of the pages for ops; {@code messages/ops*.properties} holds each in English and French. */
@MessageBundle(value = "ops", locale = "en")
public interface OpsWords {
    @Message
    String title();

    @Message
    String help();

    @Message
    String one();

    @Message
    String kinds();

    @Message
    String reason();

    @Message
    String source();

    @Message
    String way();

    @Message
    String came();

    @Message
    String line();

    @Message
    String customer();

    @Message
    String detail();

    @Message
    String state();

    @Message
    String howMany();

    @Message
    String everyReason();

    @Message
    String everyWay();

    @Message
    String show();

    @Message
    String look();

    @Message
    String empty();

    @Message
    String more();

    @Message
    String back();

    @Message
    String waitsFor();

    @Message
    String asItCame();

    @Message
    String noText();

    @Message
    String mend();

    @Message
    String mendHelp();

    @Message
    String sendAgain();

    @Message
    String sendAllAgain();

    @Message
    String drop();

    @Message
    String taken();

    @Message
    String dropped();

    @Message
    String stillRefused(String why);

    @Message
    String sentAll(long resent, long refused);

    @Message
    String notAgain();

    @Message
    String settled();

    @Message
    String settledBy();

    @Message
    String sendNext();

    @Message
    String from();

    @Message
    String to();

    @Message
    String status(Quarantined.Status status);

    @Message
    String via(Via via);

    @Message
    String pages();

    @Message
    String entryTitle();

    @Message
    String entryHelp();

    @Message
    String entered(String kind, String customer, String day);

    @Message
    String notEntered(String why);

    @Message
    String notSafe();

    @Message
    String mendFields();

    @Message
    String kind(EntryKind kind);

    @Message
    String customerTyped();

    @Message
    String customerHint();

    @Message
    String dateOf(EntryKind kind);

    @Message
    String invoice();

    @Message
    String amount();

    @Message
    String amountLike();

    @Message
    String currency();

    @Message
    String why();

    @Message
    String notSaid();

    @Message
    String contract();

    @Message
    String effective();

    @Message
    String cameBy();

    @Message
    String causeSaid();

    @Message
    String wording();

    @Message
    String enter();

    @Message
    String onceOnly();

    @Message
    String entryReason(EntryReason reason);

    @Message
    String channel(EntryChannel channel);

    @Message
    String fault(EntryFault fault);

    @Message
    String personTitle();

    @Message
    String personHelp();

    @Message
    String find();

    @Message
    String noName();

    @Message
    String everythingHeld();

    @Message
    String everythingHelp();

    @Message
    String save();

    @Message
    String objection();

    @Message
    String objectsSince(String when);

    @Message
    String objectsByRecord();

    @Message
    String objectsNot();

    @Message
    String proof();

    @Message
    String noteObjection();

    @Message
    String withdrawObjection();

    @Message
    String consents();

    @Message
    String noConsents();

    @Message
    String reach();

    @Message
    String purposeSaid();

    @Message
    String answer();

    @Message
    String yes();

    @Message
    String no();

    @Message
    String saidOn();

    @Message
    String noteConsent();

    @Message
    String erasure();

    @Message
    String erasureHelp();

    @Message
    String erasureWhy();

    @Message
    String typeAgain(String id);

    @Message
    String erase();

    @Message
    String onlyManagersErase();

    @Message
    String news(PersonNews news);

    @Message
    String reachBy(Channel reach);

    @Message
    String purpose(Purpose purpose);

    @Message
    String whyErased(ErasureRows.Why why);

    @Message
    String because(Reason reason);
}
