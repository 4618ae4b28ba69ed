package io.vigie.retention.dispatch;

import io.vigie.events.EventJson;
import io.vigie.retention.RetentionSettings;
import io.vigie.retention.letters.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Map;
import java.util.UUID;

/** SMS by a signed request to the company's gateway, which tells a second one by its id. */
@ApplicationScoped
class SmsTransport implements Transport {
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final WebhookCaller caller;
    private final RetentionSettings settings;

    SmsTransport(WebhookCaller caller, RetentionSettings settings) {
        this.caller = caller;
        this.settings = settings;
    }

    @Override
    public Result send(UUID id, Envelope envelope) {
        if (settings.sms().url().isEmpty() || settings.sms().secret().isEmpty()) {
            return new Result.NotSent("vigie.sms.url and vigie.sms.secret are not both set");
        }
        try {
            String body = EventJson.mapper()
                    .writeValueAsString(Map.of(
                            "type",
                            "vigie.sms",
                            "data",
                            Map.of("to", envelope.to().getFirst(), "text", envelope.body())));
            int status = caller.post(
                            settings.sms().url().get(), settings.sms().secret().get(), id.toString(), body)
                    .status();
            return result(status);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Result.NotSent("the SMS gateway cannot be reached");
        } catch (IOException e) {
            return new Result.Unclear("the SMS gateway did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Unclear("the service was stopped meanwhile");
        }
    }

    private static Result result(int status) {
        if (status < CLIENT_ERROR) {
            return new Result.Sent();
        }
        String problem = "the SMS gateway answered " + status;
        return status == TOO_MANY || status >= SERVER_ERROR ? new Result.NotSent(problem) : new Result.Refused(problem);
    }
}
