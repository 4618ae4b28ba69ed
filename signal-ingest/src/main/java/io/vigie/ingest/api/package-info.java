/** What comes in over HTTP and by files; each package is one door. */
@NullMarked
package io.vigie.ingest.api;

import org.jspecify.annotations.NullMarked;
