/** The pages on which ops looks at what was refused, mends it and sends it again. */
@NullMarked
package io.vigie.ingest.desk;

import org.jspecify.annotations.NullMarked;
