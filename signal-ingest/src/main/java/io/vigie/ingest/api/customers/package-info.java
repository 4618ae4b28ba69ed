/** Customer records, aliases, wishes, export and erasure. */
@NullMarked
package io.vigie.ingest.api.customers;

import org.jspecify.annotations.NullMarked;
