/** The PostgreSQL side: import reports and uploaded lookups, the same for every instance. */
@NullMarked
package io.vigie.ingest.store;

import org.jspecify.annotations.NullMarked;
