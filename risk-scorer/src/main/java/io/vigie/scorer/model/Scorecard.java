package io.vigie.scorer.model;

import io.vigie.events.DataFiles;
import io.vigie.events.customer.Segment;
import io.vigie.scorer.profile.Absence;
import io.vigie.scorer.profile.LifeRules;
import io.vigie.scorer.silence.MbgNbd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/**
 * What the model starts from, beside the catalogue's weights: a file that the company can edit.
 *
 * @param version names it in every assessment
 * @param horizonDays within how many days leaving is meant
 * @param underContract probability of leaving by choice when nothing has happened, by segment
 * @param withoutContract the same for who buys without a contract
 * @param unpaidBase log-odds of leaving unpaid, against staying, when nothing has happened
 * @param silenceWeight log-odds at full silence
 * @param spendWeight log-odds where spending has halved against the usual
 * @param silence the silence model's parameters, until fitted ones replace them in the probability
 * @param dormant, lost what these words mean of customers without a contract, by segment
 * @param renewalGraceDays days after its end until a contract that needed a yes counts as ended
 * @param anniversaryGraceDays days after the anniversary of the last order until it counts as not renewed
 */
public record Scorecard(
        String version,
        int horizonDays,
        Map<Segment, Double> underContract,
        double withoutContract,
        double unpaidBase,
        double silenceWeight,
        double spendWeight,
        MbgNbd silence,
        Levels levels,
        Map<Segment, Absence> dormant,
        Map<Segment, Absence> lost,
        int renewalGraceDays,
        int anniversaryGraceDays) {

    /** The one that ships. */
    public static Scorecard shipped() {
        try (InputStream in = Scorecard.class.getResourceAsStream("/scorecard.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the shipped scorecard.yaml is missing from the class path");
            }
            return DataFiles.yaml().readValue(in, Scorecard.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A company's own.
     *
     * @throws IllegalArgumentException saying what is wrong with the file
     */
    public static Scorecard from(Path file) {
        try {
            return DataFiles.yaml().readValue(Files.readAllBytes(file), Scorecard.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("scorecard " + file + ": " + e.getMessage(), e);
        }
    }

    public LifeRules lifeRules(ZoneId zone) {
        return new LifeRules(zone, silence, dormant, lost, renewalGraceDays);
    }

    double base(Segment segment, boolean contract) {
        return contract ? underContract.get(segment) : withoutContract;
    }

    /** The log-odds against staying that give leaving by choice its base while leaving unpaid has its own. */
    public double byChoiceBase(double base) {
        double staying = (1 - base) / (1 + Math.exp(unpaidBase));
        return Math.log(base / staying);
    }
}
