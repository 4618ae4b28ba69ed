package io.vigie.scorer.lookout.models;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import io.vigie.events.model.ModelState;
import io.vigie.events.signal.RiskKind;

/** The words of the pages on models; {@code messages/model*.properties} holds each in English and French. */
@MessageBundle(value = "model", locale = "en")
public interface ModelWords {
    @Message
    String title();

    @Message
    String titleOf(String id);

    @Message
    String help();

    @Message
    String back();

    @Message
    String model();

    @Message
    String state(ModelState state);

    @Message
    String stateTitle();

    @Message
    String risk(RiskKind risk);

    @Message
    String kind();

    @Message
    String kindOf(String kind);

    @Message
    String origin();

    @Message
    String originOf(String origin);

    @Message
    String admitted();

    @Message
    String until();

    @Message
    String figures();

    @Message
    String by(String who);

    @Message
    String moves();

    @Message
    String noMoves();

    @Message
    String rollBack();

    @Message
    String rollBackHelp(String model);

    @Message
    String because();

    @Message
    String becauseHint();

    @Message
    String decide();

    @Message
    String decideHelp();

    @Message
    String toShadow();

    @Message
    String toChampion();

    @Message
    String toRetired();

    @Message
    String name();

    @Message
    String reads();

    @Message
    String says();

    @Message
    String broughtHelp();

    @Message
    String learnedFrom();

    @Message
    String period();

    @Message
    String signals();

    @Message
    String customers();

    @Message
    String snapshots();

    @Message
    String judgedOn();

    @Message
    String leftShare();

    @Message
    String leavers();

    @Message
    String stayers();

    @Message
    String trees();

    @Message
    String warnings();

    @Message
    String metrics();

    @Message
    String metricsHelp();

    @Message
    String way();

    @Message
    String all();

    @Message
    String part(int number);

    @Message
    String auc();

    @Message
    String brier();

    @Message
    String logLoss();

    @Message
    String ece();

    @Message
    String lift();

    @Message
    String empc();

    @Message
    String reliability();

    @Message
    String reliabilityHelp();

    @Message
    String said();

    @Message
    String came();

    @Message
    String exact();

    @Message
    String weights();

    @Message
    String weightsHelp();

    @Message
    String weight();

    @Message
    String expected();

    @Message
    String learned();

    @Message
    String between();

    @Message
    String rival();

    @Message
    String rivalHelp();

    @Message
    String own();

    @Message
    String silence();

    @Message
    String bgNbd();

    @Message
    String likelihoods();

    @Message
    String silenceHelp();

    @Message
    String cohort();

    @Message
    String parameters();

    @Message
    String borrowed();

    @Message
    String expertHelp();

    @Message
    String fit();

    @Message
    String fitHelp();

    @Message
    String fitBegin();

    @Message
    String fitCancel();

    @Message
    String fitDone();

    @Message
    String fitFailed();

    @Message
    String fitCancelled();

    @Message
    String live();

    @Message
    String liveHelp();

    @Message
    String looks();

    @Message
    String meanDifference();

    @Message
    String meanDistance();

    @Message
    String sameLevel();

    @Message
    String known();

    @Message
    String drift();

    @Message
    String driftHelp();

    @Message
    String month();

    @Message
    String psi();

    @Message
    String farthest();

    @Message
    String tableFit();

    @Message
    String tableHelp();

    @Message
    String tableFile();

    @Message
    String tableLeft();

    @Message
    String tableLeftHint();

    @Message
    String tableId();

    @Message
    String tableIdHint();

    @Message
    String tableDone(String id);

    @Message
    String tableDownload();

    @Message
    String tableSpeaks();

    @Message
    String drop();

    @Message
    String dropHelp();

    @Message
    String dropped();

    @Message
    String riskOf(String risk);

    @Message
    String remark(Shown remark);

    @Message
    String refused(Refusal refusal);

    @Message
    String stage(String stage);

    @Message
    String treesBetter();

    @Message
    String weightsBetter();

    @Message
    String noTrees();
}
