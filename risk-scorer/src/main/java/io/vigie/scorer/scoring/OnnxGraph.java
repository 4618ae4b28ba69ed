package io.vigie.scorer.scoring;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.Set;

/** An ONNX file ready to run: rows of inputs in, one figure a row out. */
final class OnnxGraph {
    /** A session lies outside the heap; it is closed once no look can be at it any more. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    /**
     * Loads it.
     *
     * @param width how many inputs each row will have
     * @throws IllegalArgumentException when it cannot be run on such rows
     */
    OnnxGraph(byte[] file, int width) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // many customers are looked at side by side already; one thread each gives the same sums every time
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(file, options);
            CLEANER.register(this, closing(session));
            input = onlyInput(width);
        } catch (OrtException e) {
            throw new IllegalArgumentException("this ONNX file cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Apart, so that it does not hold on to what it waits for. */
    private static Runnable closing(OrtSession session) {
        return () -> {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private String onlyInput(int width) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        NodeInfo only = inputs.values().iterator().next();
        if (inputs.size() != 1 || !(only.getInfo() instanceof TensorInfo tensor) || tensor.getShape().length != 2) {
            throw new IllegalArgumentException(
                    "the ONNX file must have one input, a tensor of rows by inputs; it has " + inputs.keySet());
        }
        long columns = tensor.getShape()[1];
        if (columns >= 0 && columns != width) {
            throw new IllegalArgumentException(
                    "the ONNX file reads " + columns + " inputs, the manifest names " + width);
        }
        if (tensor.getShape()[0] >= 0) {
            throw new IllegalArgumentException("the ONNX file must take any number of rows at once, not "
                    + tensor.getShape()[0] + ": export it with a dynamic first dimension");
        }
        return only.getName();
    }

    /**
     * One column of an output, a figure for each row.
     *
     * @throws IllegalArgumentException when the output is not there, or is no such thing
     */
    double[] run(float[][] rows, String output, int column) {
        if (!session.getOutputNames().contains(output)) {
            throw new IllegalArgumentException(
                    "the ONNX file has no output \"" + output + "\", but " + session.getOutputNames());
        }
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, rows);
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
            return column(result.get(output).orElseThrow(), column, rows.length, output);
        } catch (OrtException e) {
            throw new IllegalArgumentException("the ONNX file cannot be run: " + e.getMessage(), e);
        }
    }

    private static double[] column(OnnxValue value, int column, int rows, String output) throws OrtException {
        double[] figures = new double[rows];
        switch (value.getValue()) {
            case float[][] table
            when table.length == rows && column < table[0].length -> {
                for (int i = 0; i < rows; i++) {
                    figures[i] = table[i][column];
                }
            }
            case double[][] table
            when table.length == rows && column < table[0].length -> {
                for (int i = 0; i < rows; i++) {
                    figures[i] = table[i][column];
                }
            }
            case float[] list
            when list.length == rows && column == 0 -> {
                for (int i = 0; i < rows; i++) {
                    figures[i] = list[i];
                }
            }
            default ->
                throw new IllegalArgumentException("output \"" + output + "\" must be a tensor of real numbers with a"
                        + " row for each row read and a column " + column
                        + "; classifiers export one when told not to zip classes into maps");
        }
        return figures;
    }
}
