/** Who calls, by key or token, and what they may do. */
@NullMarked
package io.vigie.ingest.api.keys;

import org.jspecify.annotations.NullMarked;
