/** What was refused: looked at, mended, and sent again the way it came. */
@NullMarked
package io.vigie.ingest.api.quarantine;

import org.jspecify.annotations.NullMarked;
