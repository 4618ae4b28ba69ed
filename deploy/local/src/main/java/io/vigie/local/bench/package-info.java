/** How fast and how lean the services are, as ratios to what the same machine does without them. */
@NullMarked
package io.vigie.local.bench;

import org.jspecify.annotations.NullMarked;
