package io.vigie.scorer.scoring;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.BroughtModelFile.Reads;
import io.vigie.scorer.learning.file.BroughtModelFile.Says;
import io.vigie.scorer.learning.file.ModelFile;
import io.vigie.scorer.learning.file.Scale;
import io.vigie.scorer.learning.metrics.Distribution;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Small networks as a company may bring along. */
public final class BroughtModels {
    /** What they read. */
    public static final List<String> NAMES = List.of(
            "complaint.filed",
            "support.called",
            "payment.failed",
            "departure.threatened",
            "survey.answered 0.90",
            "survey.answered -0.70",
            "silence",
            "spend",
            "tenure",
            "orders",
            "visit.reported",
            "contract",
            "business");

    private BroughtModels() {}

    /** One that says the probability of leaving by choice. */
    public static BroughtModelFile network() {
        return file(NAMES, says("p", 0));
    }

    /** One whose figures are infinite on both sides, and so are none, for who has complained and threatened twice. */
    static BroughtModelFile overflowing() {
        float[][] first = new float[NAMES.size()][2];
        first[0] = new float[] {3e19f, 3e19f};
        first[3] = new float[] {3e19f, 3e19f};
        float[] far = {-7e19f, -7e19f};
        Says logOdds = new Says("o2", 0, RiskKind.BY_CHOICE, Scale.LOG_ODDS, Optional.empty());
        return file(NAMES, logOdds, OnnxWriter.network(first, far, new float[] {3e19f, -3e19f}, -3));
    }

    /** One that can be tried out, on two rows, and throws at any other number of them. */
    public static BroughtModelFile throwing() {
        return file(NAMES, says("p", 0), OnnxWriter.forTwoRows(NAMES.size()));
    }

    static Says says(String tensor, int column) {
        return new Says(tensor, column, RiskKind.BY_CHOICE, Scale.PROBABILITY, Optional.empty());
    }

    /** A network whose first neuron weighs complaints and threats, and whose others mix everything. */
    static BroughtModelFile file(List<String> names, Says says) {
        float[][] first = new float[NAMES.size()][3];
        for (int i = 0; i < first.length; i++) {
            first[i][1] = NAMES.get(i).equals("contract")
                    ? 1
                    : 0.2f * (i % 4) * (NAMES.get(i).equals("silence") ? 1 : 0);
            first[i][2] = NAMES.get(i).startsWith("survey") || NAMES.get(i).equals("spend") ? 0.7f : 0;
        }
        first[0][0] = 0.9f;
        first[3][0] = 1.1f;
        byte[] network = OnnxWriter.network(first, new float[] {-0.5f, 0, 0}, new float[] {1.2f, -0.3f, 0.8f}, -3);
        return file(names, says, network);
    }

    static BroughtModelFile file(List<String> names, Says says, byte[] graph) {
        return new BroughtModelFile(
                ModelFile.VERSION,
                "network",
                names.stream()
                        .map(name -> new Reads(name, 0, Distribution.NONE))
                        .toList(),
                List.of(says),
                Distribution.NONE,
                Base64.getEncoder().encodeToString(graph),
                Optional.empty());
    }
}
