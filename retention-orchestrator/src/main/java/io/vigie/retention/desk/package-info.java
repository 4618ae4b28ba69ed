/** The retention desk as pages: the queue of people worth contacting, and each case with its reasons and timeline. */
@NullMarked
package io.vigie.retention.desk;

import org.jspecify.annotations.NullMarked;
