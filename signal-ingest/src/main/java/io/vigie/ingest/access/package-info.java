/** Who may hand over what: schemes of authentication over the bytes as they came. */
@NullMarked
package io.vigie.ingest.access;

import org.jspecify.annotations.NullMarked;
