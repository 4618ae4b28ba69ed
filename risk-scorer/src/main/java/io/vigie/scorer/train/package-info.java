/** The command that learns from a table of present and former customers, without any service running. */
@NullMarked
package io.vigie.scorer.train;

import org.jspecify.annotations.NullMarked;
