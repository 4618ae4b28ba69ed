package io.vigie.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class CipherLawsTest {
    private static final CustomerCipher CIPHER = Keys.cipherOf("C-1");
    private static final CustomerCipher OTHER = Keys.cipherOf("C-2");

    @Property(tries = 200)
    void whatWasEncipheredComesBack(@ForAll @StringLength(max = 300) String text, @ForAll String place) {
        // given text that Unicode can say: half a surrogate pair is refused at the door
        String sound = text.replaceAll("\\p{Cs}", "");

        assertThat(CIPHER.decipher(place, CIPHER.encipher(place, sound))).hasValue(sound);
    }

    @Property(tries = 200)
    void theSameTextInTheSamePlaceGivesTheSameBytes(@ForAll String text, @ForAll String place) {
        assertThat(CIPHER.encipher(place, text)).isEqualTo(CIPHER.encipher(place, text));
    }

    @Property(tries = 100)
    void anotherPlaceOrAnotherCustomerDoesNotDecipherIt(@ForAll String text) {
        String enciphered = CIPHER.encipher("/name", text);

        assertThat(CIPHER.decipher("/contact/email", enciphered)).isEmpty();
        assertThat(OTHER.decipher("/name", enciphered)).isEmpty();
    }

    @Property(tries = 200)
    void whatWasChangedIsNotDeciphered(@ForAll String text, @ForAll @IntRange(max = 1000) int where) {
        String enciphered = CIPHER.encipher("/name", text);
        byte[] bytes = Base64.getUrlDecoder().decode(enciphered.substring("enc:1:".length()));
        bytes[where % bytes.length] ^= 1;

        String changed = "enc:1:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(CIPHER.decipher("/name", changed)).isEmpty();
    }

    @Property(tries = 100)
    void whatWasNeverEncipheredIsAbsentAndNoError(@ForAll String text) {
        assertThat(CIPHER.decipher("/name", text)).isEmpty();
        assertThat(CIPHER.decipher("/name", "enc:1:" + text)).isEmpty();
    }
}
