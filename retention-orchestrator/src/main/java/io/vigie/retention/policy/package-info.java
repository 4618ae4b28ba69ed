/** What to do about one customer now, by a policy that people can read and change: no clock, database or broker. */
@NullMarked
package io.vigie.retention.policy;

import org.jspecify.annotations.NullMarked;
