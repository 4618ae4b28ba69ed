package io.vigie.ingest.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which customer is meant by a key that another system knows them by. */
@FunctionalInterface
public interface Identities {
    /** Knows nobody. */
    Identities NONE = _ -> Optional.empty();

    /** The key by which a system knows a customer, written in the one way in which it is looked for. */
    default String alias(String system, String key) {
        return AliasKeys.ANYWHERE.alias(system, key);
    }

    /** The systems whose keys are waited for while nobody is known by them, wherever a customer is named by a text. */
    default Set<String> awaited() {
        return Set.of();
    }

    /**
     * @param aliases each as {@code system:key}, the most trusted first
     * @return the id in the CRM of the first that is known
     */
    Optional<String> customerOf(List<String> aliases);
}
