/** Who works on tasks, when and on what, and how the work there is meets the time there is: no clock, no database. */
@NullMarked
package io.vigie.retention.teams;

import org.jspecify.annotations.NullMarked;
