package io.vigie.scorer.scoring;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a small network as ONNX, by hand: {@code sigmoid(relu(x·W₁ + b₁)·w₂ + b₂)}. */
public final class OnnxWriter {
    private static final int FLOAT = 1;
    private static final int WHOLE = 7;

    private OnnxWriter() {}

    /** A network of one hidden layer, with the probability as its output {@code p} and its log-odds as {@code o2}. */
    public static byte[] network(float[][] first, float[] firstBias, float[] second, float secondBias) {
        int inputs = first.length;
        int hidden = second.length;
        Message graph = new Message();
        graph.message(1, node("MatMul", "h1", "x", "W1"));
        graph.message(1, node("Add", "h2", "h1", "b1"));
        graph.message(1, node("Relu", "h3", "h2"));
        graph.message(1, node("MatMul", "o1", "h3", "W2"));
        graph.message(1, node("Add", "o2", "o1", "b2"));
        graph.message(1, node("Sigmoid", "p", "o2"));
        graph.text(2, "network");
        graph.message(5, tensor("W1", flat(first), inputs, hidden));
        graph.message(5, tensor("b1", firstBias, hidden));
        graph.message(5, tensor("W2", second, hidden, 1));
        graph.message(5, tensor("b2", new float[] {secondBias}, 1));
        graph.message(11, rows("x", inputs));
        graph.message(12, rows("p", 1));
        graph.message(12, rows("o2", 1));
        return model(graph);
    }

    /** One that says {@code p} of two customers at once, and fails on any other number. */
    static byte[] forTwoRows(int inputs) {
        Message graph = new Message();
        graph.message(1, node("Reshape", "h1", "x", "two"));
        graph.message(1, node("MatMul", "h2", "h1", "W"));
        graph.message(1, node("Sigmoid", "p", "h2"));
        graph.text(2, "two");
        graph.message(5, whole("two", 2, inputs));
        graph.message(5, tensor("W", new float[inputs], inputs, 1));
        graph.message(11, rows("x", inputs));
        graph.message(12, rows("p", 1));
        return model(graph);
    }

    private static byte[] model(Message graph) {
        Message model = new Message();
        model.number(1, 8);
        model.message(7, graph);
        Message operators = new Message();
        operators.text(1, "");
        operators.number(2, 13);
        model.message(8, operators);
        return model.bytes();
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output);
        node.text(4, operator);
        return node;
    }

    private static Message tensor(String name, float[] values, long... dimensions) {
        Message tensor = new Message();
        for (long dimension : dimensions) {
            tensor.number(1, dimension);
        }
        tensor.number(2, FLOAT);
        tensor.text(8, name);
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        tensor.bytes(9, raw.array());
        return tensor;
    }

    private static Message whole(String name, long... values) {
        Message tensor = new Message();
        tensor.number(1, values.length);
        tensor.number(2, WHOLE);
        tensor.text(8, name);
        ByteBuffer raw = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        tensor.bytes(9, raw.array());
        return tensor;
    }

    /** Any number of rows of so many columns. */
    private static Message rows(String name, int columns) {
        Message any = new Message();
        any.text(2, "rows");
        Message wide = new Message();
        wide.number(1, columns);
        Message shape = new Message();
        shape.message(1, any);
        shape.message(1, wide);
        Message tensor = new Message();
        tensor.number(1, FLOAT);
        tensor.message(2, shape);
        Message type = new Message();
        type.message(1, tensor);
        Message value = new Message();
        value.text(1, name);
        value.message(2, type);
        return value;
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    /** A message of protocol buffers. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        byte[] bytes() {
            return out.toByteArray();
        }

        void number(int field, long value) {
            varint((long) field << 3);
            varint(value);
        }

        void text(int field, String text) {
            bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        void message(int field, Message message) {
            bytes(field, message.bytes());
        }

        void bytes(int field, byte[] bytes) {
            varint(((long) field << 3) | 2);
            varint(bytes.length);
            out.writeBytes(bytes);
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
