/** A made-up company: its customers, what happens to them, and the hidden truth of who would leave when and why. */
@NullMarked
package io.vigie.local.simulator;

import org.jspecify.annotations.NullMarked;
