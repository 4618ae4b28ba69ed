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
                Base64.getEncoder().encodeToString(graph));
    }
}
