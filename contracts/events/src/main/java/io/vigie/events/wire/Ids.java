package io.vigie.events.wire;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/** Ids that follow from their cause, so that a replay yields the same ones. */
public final class Ids {
    private static final NameBasedGenerator SHA1 =
            Generators.nameBasedGenerator(UUID.fromString("c7a6f3f2-63c0-5d0b-9d1e-7f3f0a9d7a55"));

    private Ids() {}

    /**
     * The id of what an event caused in a role.
     *
     * @param cause the causing event's id
     * @param role what the derived thing is to it, such as "task"
     * @return a UUIDv5 (RFC 9562 §5.5)
     */
    public static UUID derived(String cause, String role) {
        return SHA1.generate(role + "\n" + cause);
    }
}
