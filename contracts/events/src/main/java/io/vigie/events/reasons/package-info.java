/** Reasons in the words of whoever asks, fit to be read out to the customer whom they concern. */
@NullMarked
package io.vigie.events.reasons;

import org.jspecify.annotations.NullMarked;
