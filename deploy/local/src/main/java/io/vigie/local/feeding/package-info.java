/** Handing a company's history over through the public HTTP API, and waiting until all of it has been acted on. */
@NullMarked
package io.vigie.local.feeding;

import org.jspecify.annotations.NullMarked;
