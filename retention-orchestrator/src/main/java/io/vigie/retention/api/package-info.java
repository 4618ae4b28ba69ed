/** Tasks, cases and their numbers over HTTP. */
@NullMarked
package io.vigie.retention.api;

import org.jspecify.annotations.NullMarked;
