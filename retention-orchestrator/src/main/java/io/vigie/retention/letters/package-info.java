/** What is said to a customer and by whom: letters, messages, scripts and briefs, before anything is printed or sent. */
@NullMarked
package io.vigie.retention.letters;

import org.jspecify.annotations.NullMarked;
