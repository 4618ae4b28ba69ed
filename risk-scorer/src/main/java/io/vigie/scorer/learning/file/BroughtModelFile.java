package io.vigie.scorer.learning.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.events.signal.RiskKind;
import io.vigie.scorer.learning.calibration.Calibration;
import io.vigie.scorer.learning.metrics.Distribution;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model that a company brings along, fitted elsewhere: the ONNX file itself, with what it reads and what it says.
 *
 * @param version of this format
 * @param name what whoever brought it calls it
 * @param inputs what it reads of a customer, in the order of its one input tensor
 * @param outputs one a risk; of one that is missing the scorecard speaks
 * @param scores how the probabilities it gives were spread where it was judged, where that is known
 * @param onnx the ONNX file in Base64
 * @param horizonDays within which leaving is meant; without it, within the scorecard's
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BroughtModelFile(
        int version,
        String name,
        List<Reads> inputs,
        List<Says> outputs,
        Distribution scores,
        String onnx,
        Optional<Integer> horizonDays)
        implements ModelFile {
    /** Models travel in one message of at most 2 MiB, and a neural network hardly compresses. */
    public static final int LARGEST = 1 << 20;

    public BroughtModelFile {
        ModelFile.check(version);
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name must say what the model is called");
        }
        inputs = inputs == null ? List.of() : List.copyOf(inputs);
        outputs = outputs == null ? List.of() : List.copyOf(outputs);
        scores = scores == null ? Distribution.NONE : scores;
        horizonDays = horizonDays == null ? Optional.empty() : horizonDays;
        Set<String> met = new HashSet<>();
        if (inputs.isEmpty() || inputs.stream().anyMatch(input -> !met.add(input.name()))) {
            throw new IllegalArgumentException("inputs must name what the model reads, in order, each once");
        }
        Set<RiskKind> said = new HashSet<>();
        if (outputs.isEmpty()
                || outputs.stream().anyMatch(output -> output.risk() == RiskKind.NONE || !said.add(output.risk()))) {
            throw new IllegalArgumentException("outputs must hold by-choice, unpaid, or both, each once");
        }
    }

    /**
     * One input.
     *
     * @param name of what it reads of a customer
     * @param typical what it is where nothing has happened
     * @param met how its values were spread where the model was fitted, where that is known, to watch for drift
     */
    public record Reads(String name, double typical, Distribution met) {
        public Reads {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("each input must have a name");
            }
            met = met == null ? Distribution.NONE : met;
        }

        /** What its part of an explanation goes by: a factor's variants are one, and so are an attribute's values. */
        public String factor() {
            return name.startsWith("attribute.") ? name.split("=", 2)[0] : name.split("[ /]", 2)[0];
        }
    }

    /**
     * One output.
     *
     * @param tensor the output's name in the ONNX file
     * @param column of it, from 0
     * @param risk the one it speaks of, against staying
     * @param says a probability, or its log-odds
     * @param calibration applied to it; without one it is taken at its word
     */
    public record Says(String tensor, int column, RiskKind risk, Scale says, Optional<Calibration> calibration) {
        public Says {
            if (tensor == null || risk == null || says == null || column < 0) {
                throw new IllegalArgumentException("each output needs tensor, column, risk and says");
            }
            calibration = calibration == null ? Optional.empty() : calibration;
        }
    }

    /**
     * The ONNX file.
     *
     * @throws IllegalArgumentException when it is none, or too large
     */
    public byte[] graph() {
        byte[] bytes = Base64.getDecoder().decode(onnx == null ? "" : onnx);
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw new IllegalArgumentException(
                    "the ONNX file must hold 1 byte to " + LARGEST + ", holds " + bytes.length);
        }
        return bytes;
    }

    @Override
    public String kind() {
        return "onnx";
    }

    @Override
    public Optional<Integer> horizon() {
        return horizonDays;
    }

    @Override
    public String origin() {
        return "elsewhere";
    }
}
