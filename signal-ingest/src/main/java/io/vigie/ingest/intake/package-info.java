/** What is taken and what is refused, and why. */
@NullMarked
package io.vigie.ingest.intake;

import org.jspecify.annotations.NullMarked;
