package io.vigie.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.events.customer.CustomerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    @Test
    void aKeyWrappedByTheOldMasterKeyIsUnwrappedBesideTheNewOne() {
        // given
        MasterKey old = MasterKey.of(List.of(Keys.key(1)));
        CustomerKey key = old.mint("C-1");
        String enciphered = old.unwrap("C-1", key).orElseThrow().encipher("/name", "Exemple");

        // when
        MasterKey rotated = MasterKey.of(List.of(Keys.key(2), Keys.key(1)));

        // then
        assertThat(rotated.unwrap("C-1", key).orElseThrow().decipher("/name", enciphered))
                .hasValue("Exemple");
        assertThat(MasterKey.of(List.of(Keys.key(2))).unwrap("C-1", key)).isEmpty();
        assertThat(old.unwrap("C-1", rotated.mint("C-1")))
                .as("the first wraps what is new")
                .isEmpty();
    }

    @Test
    void aKeyOfAnotherCustomerOrNoKeyAtAllIsUnwrappedToNothing() {
        assertThat(Keys.MASTER.unwrap("C-2", Keys.MASTER.mint("C-1"))).isEmpty();
        assertThat(Keys.MASTER.unwrap("C-1", new CustomerKey("no key"))).isEmpty();
    }

    @Test
    void itIsGivenAsAValueOrInAFile(@TempDir Path folder) throws IOException {
        String drawn = MasterKey.draw();
        Path file = Files.writeString(folder.resolve("master.key"), drawn + "\n");
        CustomerKey key =
                MasterKey.given(Optional.of(List.of(drawn)), Optional.empty()).mint("C-1");

        assertThat(MasterKey.given(Optional.empty(), Optional.of(file)).unwrap("C-1", key))
                .isPresent();
        assertThatThrownBy(() -> MasterKey.given(Optional.empty(), Optional.empty()))
                .hasMessageContaining("vigie.privacy.master-keys");
        assertThatThrownBy(() -> MasterKey.given(Optional.empty(), Optional.of(folder.resolve("none"))))
                .hasMessageContaining("none");
    }

    @Test
    void whoGivesNoMasterKeyIsToldHowToMakeOne() {
        for (List<String> wrong : List.of(List.<String>of(), List.of("short"), List.of("AAAA"), List.of("é"))) {
            assertThatThrownBy(() -> MasterKey.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("openssl rand -base64 32");
        }
    }
}
