package io.vigie.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    /** The example that the specification's own libraries are tested with. */
    @Test
    void theExampleOfTheSpecificationIsSignedAlike() {
        assertThat(WebhookSignature.header(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretThatIsNoBase64IsRefused() {
        assertThatThrownBy(() -> WebhookSignature.header("whsec_?", "1", Instant.EPOCH, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
