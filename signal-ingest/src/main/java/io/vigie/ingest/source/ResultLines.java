package io.vigie.ingest.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vigie.events.EventJson;
import io.vigie.events.customer.Customer;
import io.vigie.events.signal.Signal;
import io.vigie.ingest.intake.Consented;
import io.vigie.ingest.intake.Forgetting;
import io.vigie.ingest.intake.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** An import's yield as lines to look at: a signal, a customer, a consent or a refusal each, and the report as the last. */
public final class ResultLines implements Receiver {
    private final ObjectMapper json = EventJson.mapper();
    private final OutputStream lines;

    public ResultLines(OutputStream lines) {
        this.lines = lines;
    }

    @Override
    public void take(Signal signal) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", signal.id())
                .put("source", signal.source())
                .put("type", signal.type())
                .put("subject", signal.customer())
                .put("time", signal.time().toString())
                .put("datacontenttype", "application/json")
                .set("data", signal.attributes());
        write("signal", event);
    }

    @Override
    public void take(Customer customer) {
        write("customer", customer);
    }

    @Override
    public void take(Consented consented) {
        write("consent", consented);
    }

    public void take(Forgetting erasure) {
        write("erasure", erasure);
    }

    /** All that an event stands for. */
    public void take(WebhookResult.Taken taken) {
        taken.customers().forEach(this::take);
        taken.signals().forEach(this::take);
        taken.consents().forEach(this::take);
        taken.erasures().forEach(this::take);
    }

    @Override
    public void refuse(RefusedRow row) {
        refuse(row.line(), row.why());
    }

    public void refuse(long line, Refusal why) {
        write("refused", new ImportReport.Fault(line, why.reason(), why.detail()));
    }

    /** An event, from 1, that stands for no signal. */
    public void ignore(long line) {
        write("ignored", JsonNodeFactory.instance.objectNode().put("line", line));
    }

    public void finish(ImportReport report) {
        write("report", report);
    }

    private void write(String name, Object value) {
        try {
            lines.write(json.writeValueAsBytes(json.createObjectNode().set(name, json.valueToTree(value))));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
