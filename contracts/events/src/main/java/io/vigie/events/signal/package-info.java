/** Signals and the catalogue that says what each type means. */
@NullMarked
package io.vigie.events.signal;

import org.jspecify.annotations.NullMarked;
