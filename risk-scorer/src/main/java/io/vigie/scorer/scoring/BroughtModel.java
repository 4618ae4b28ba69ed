package io.vigie.scorer.scoring;

import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.file.BroughtModelFile;
import io.vigie.scorer.learning.file.BroughtModelFile.Reads;
import io.vigie.scorer.learning.file.BroughtModelFile.Says;
import io.vigie.scorer.learning.file.Scale;
import io.vigie.scorer.model.ExpertOutlook;
import io.vigie.scorer.model.Outlook;
import io.vigie.scorer.model.RiskModel;
import io.vigie.scorer.profile.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A model that a company brought along, run as it is; of a risk on which it says nothing the scorecard speaks. */
public final class BroughtModel implements ScoringModel {
    private final String id;
    private final BroughtModelFile file;
    private final RiskModel scorecard;
    private final OnnxGraph graph;
    private final List<List<Integer>> groups;

    /**
     * Loads it and tries it out.
     *
     * @throws IllegalArgumentException saying what is wrong with the file or the manifest
     */
    public BroughtModel(BroughtModelFile file, RiskModel scorecard) {
        this.id = file.id();
        this.file = file;
        this.scorecard = scorecard;
        List<String> unknown = file.inputs().stream()
                .map(Reads::name)
                .filter(name -> !CustomerFeatures.known(name, scorecard))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("nothing of a customer is called " + unknown
                    + "; docs/bring-your-own.md says what a model may read");
        }
        this.graph = new OnnxGraph(file.graph(), file.inputs().size());
        this.groups = groups(file.inputs());
        file.outputs().forEach(this::tryOut);
    }

    private static List<List<Integer>> groups(List<Reads> inputs) {
        Map<String, List<Integer>> byFactor = new LinkedHashMap<>();
        IntStream.range(0, inputs.size())
                .forEach(i -> byFactor.computeIfAbsent(inputs.get(i).factor(), _ -> new java.util.ArrayList<>())
                        .add(i));
        return List.copyOf(byFactor.values());
    }

    private void tryOut(Says output) {
        float[] typical = new float[file.inputs().size()];
        float[] busy = new float[typical.length];
        for (int i = 0; i < typical.length; i++) {
            typical[i] = (float) file.inputs().get(i).typical();
            busy[i] = typical[i] + 1;
        }
        for (double figure : graph.run(new float[][] {typical, busy}, output.tensor(), output.column())) {
            boolean probable = output.says() == Scale.LOG_ODDS || (figure >= 0 && figure <= 1);
            if (!Double.isFinite(figure) || !probable) {
                throw new IllegalArgumentException("tried out, output \"" + output.tensor() + "\" said " + figure
                        + ", which is no " + output.says().word());
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    public BroughtModelFile file() {
        return file;
    }

    @Override
    public String name(Profile profile) {
        return id + " " + scorecard.name(profile);
    }

    @Override
    public Outlook outlook(Profile profile) {
        ExpertOutlook outlook = scorecard.outlook(profile);
        // of who objects to profiling only that is said which holds for everybody like them
        return profile.objects() ? outlook : new BroughtOutlook(this, outlook, profile);
    }

    @Override
    public Past past() {
        return Past.of(file);
    }

    @Override
    public Map<String, Integer> bands(Profile profile, Instant at) {
        Map<String, Integer> bands = new HashMap<>();
        float[] row = row(scorecard.outlook(profile), profile, at);
        for (int i = 0; i < row.length; i++) {
            bands.put(file.inputs().get(i).name(), file.inputs().get(i).met().band(row[i]));
        }
        bands.put(MonthOfModel.SCORE, file.scores().band(outlook(profile).probability(at)));
        return bands;
    }

    Optional<Says> says(RiskKind risk) {
        return file.outputs().stream().filter(output -> output.risk() == risk).findFirst();
    }

    List<List<Integer>> groups() {
        return groups;
    }

    float[] row(ExpertOutlook outlook, Profile profile, Instant at) {
        Map<String, Double> values = CustomerFeatures.of(outlook, profile, at);
        float[] row = new float[file.inputs().size()];
        for (int i = 0; i < row.length; i++) {
            Reads input = file.inputs().get(i);
            row[i] = (float) CustomerFeatures.value(input.name(), input.typical(), values, profile);
        }
        return row;
    }

    /** The same customer if nothing had happened. */
    float[] untouched(float[] row) {
        float[] untouched = row.clone();
        for (int i = 0; i < row.length; i++) {
            Reads input = file.inputs().get(i);
            if (!CustomerFeatures.ofTheGroup(input.name())) {
                untouched[i] = (float) input.typical();
            }
        }
        return untouched;
    }

    /** The calibrated log-odds of a risk against staying, one a row. */
    double[] logOdds(Says output, float[][] rows) {
        Calibration calibration = output.calibration().orElseGet(Calibration.Identity::new);
        double[] figures = graph.run(rows, output.tensor(), output.column());
        for (int i = 0; i < figures.length; i++) {
            double raw = output.says() == Scale.LOG_ODDS ? figures[i] : Math.log(figures[i] / (1 - figures[i]));
            figures[i] = calibration.logOdds(raw);
        }
        return figures;
    }
}
