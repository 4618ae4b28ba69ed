package io.vigie.events.customer;

/**
 * What deciphers a customer's personal data, of use only to who has the master key; a record without a value under the
 * customer's id destroys it.
 *
 * @param wrapped the customer's keyset, enciphered by the master key, as base64
 */
public record CustomerKey(String wrapped) {
    public CustomerKey {
        if (wrapped == null || wrapped.isBlank()) {
            throw new IllegalArgumentException("a customer's key must not be empty");
        }
    }
}
