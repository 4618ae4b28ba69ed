package io.vigie.privacy;

import java.util.Base64;
import java.util.List;

/** Master keys to test with. */
final class Keys {
    static final MasterKey MASTER = MasterKey.of(List.of(key(1)));

    private Keys() {}

    static String key(int filledWith) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filledWith);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static CustomerCipher cipherOf(String customer) {
        return MASTER.unwrap(customer, MASTER.mint(customer)).orElseThrow();
    }
}
