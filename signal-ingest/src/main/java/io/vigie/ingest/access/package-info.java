/** Who may hand something in: signatures over the raw bytes, secrets, keys, scopes and how often. */
@NullMarked
package io.vigie.ingest.access;

import org.jspecify.annotations.NullMarked;
