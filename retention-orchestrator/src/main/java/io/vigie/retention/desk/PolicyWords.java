package io.vigie.retention.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.retention.rehearsal.Finding;
import io.vigie.retention.store.PolicyVersion;

/** Words of the policy's page; {@code messages/policy*.properties} holds each in English and French. */
@MessageBundle(value = "policy", locale = "en")
public interface PolicyWords {
    @Message
    String title(String version);

    @Message
    String policy();

    @Message
    String intro();

    @Message
    String versions();

    @Message
    String version();

    @Message
    String state(PolicyVersion.State state);

    @Message
    String stateLabel();

    @Message
    String author();

    @Message
    String approvedBy();

    @Message
    String liveFrom();

    @Message
    String sinceEver();

    @Message
    String rows();

    @Message
    String row();

    @Message
    String when();

    @Message
    String then();

    @Message
    String figures();

    @Message
    String figure();

    @Message
    String value();

    @Message
    String origin();

    @Message
    String rates();

    @Message
    String ratesHelp();

    @Message
    String spread();

    @Message
    String contacted();

    @Message
    String law();

    @Message
    String text();

    @Message
    String differences(String other);

    @Message
    String same();

    @Message
    String approve();

    @Message
    String approveHelp();

    @Message
    String another();

    @Message
    String publish();

    @Message
    String from();

    @Message
    String fromHelp();

    @Message
    String draft();

    @Message
    String draftHelp();

    @Message
    String table();

    @Message
    String yaml();

    @Message
    String flawed();

    @Message
    String deeds();

    @Message
    String rehearse();

    @Message
    String rehearseHelp();

    @Message
    String customers();

    @Message
    String wouldDo();

    @Message
    String budget();

    @Message
    String minutes();

    @Message
    String saves();

    @Message
    String profit();

    @Message
    String offers();

    @Message
    String moves();

    @Message
    String effect();

    @Message
    String finding(Finding finding);

    @Message
    String effectPerHundred(String estimate, String low, String high);

    @Message
    String effectBasis(String decisions, String customers, String otherwise, String matched, String overlap);

    @Message
    String unseen(String number);

    @Message
    String acting(String control, String treated, String kept, String low, String high);

    @Message
    String leftOut();

    @Message
    String savesRest();

    @Message
    String span(String from, String to, String customers);

    @Message
    String drawn(String share);

    @Message
    String work();

    @Message
    String tasksAtMost(String tasks, String most);

    @Message
    String who(String number);

    @Message
    String margin();

    @Message
    String replayRest();

    @Message
    String firstDay();

    @Message
    String lastDay();
}
