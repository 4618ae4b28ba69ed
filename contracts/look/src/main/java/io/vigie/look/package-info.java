/** What every Vigie page shares: layout, language, sign-in, and the words that several services show. */
@NullMarked
package io.vigie.look;

import org.jspecify.annotations.NullMarked;
