/** What signal-ingest is set to, and what its parts share. */
@NullMarked
package io.vigie.ingest;

import org.jspecify.annotations.NullMarked;
