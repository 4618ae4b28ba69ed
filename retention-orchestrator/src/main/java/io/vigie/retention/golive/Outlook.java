package io.vigie.retention.golive;

import io.vigie.retention.rehearsal.Side;

/**
 * What would be done with everybody if the company went live now.
 *
 * @param customers of whom a risk is known
 * @param underWay of whom there is a case already; nothing is begun for them
 * @param currency of all amounts
 * @param wanted what would be done had every team all the time
 * @param fits what is done in the time there is
 * @param passes how often everybody was looked at to find that out
 */
public record Outlook(
        long customers, long underWay, String currency, Side wanted, Side fits, Terms terms, int passes) {}
