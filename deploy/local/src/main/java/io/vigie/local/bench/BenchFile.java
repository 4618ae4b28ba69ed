package io.vigie.local.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** A CSV file of any length that is never anywhere as a whole; one row in a hundred is to be refused. */
final class BenchFile extends InputStream {
    private static final String HEADER =
            "id,type,customer,time,order,amount,currency,score,scale,escalated,ticket,text\n";
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int REFUSED_EVERY = 100;
    private static final int CUSTOMERS = 1_000_000;

    private final long rows;
    private final LongConsumer passed;
    private ByteArrayInputStream some = stream(HEADER);
    private long made;

    /**
     * @param passed told how many rows were read, every thousand
     */
    BenchFile(long rows, LongConsumer passed) {
        this.rows = rows;
        this.passed = passed;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        int read = some.read(into, from, length);
        if (read >= 0 || made == rows) {
            return read;
        }
        makeSome();
        return some.read(into, from, length);
    }

    private void makeSome() {
        StringBuilder text = new StringBuilder();
        for (long end = Math.min(rows, made + ROWS_AT_ONCE); made < end; made++) {
            text.append(row(made));
        }
        some = stream(text.toString());
        passed.accept(made);
    }

    private static String row(long number) {
        String customer = number % REFUSED_EVERY == 0 ? "" : "C-" + number % CUSTOMERS;
        return number % 2 == 0
                ? number + ",order.placed," + customer + ",2025-11-03T09:00:00Z,A-" + number + ",1250,EUR,,,,,\n"
                : number + ",survey.answered," + customer + ",2025-11-03 09:00,,,,4,nps,,,\"Slow, and dear\"\n";
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
