/** Whole files, by request or by the drop folder. */
@NullMarked
package io.vigie.ingest.api.imports;

import org.jspecify.annotations.NullMarked;
