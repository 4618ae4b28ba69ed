/** Keeps personal data readable only as long as the key of the person that they are about. */
@NullMarked
package io.vigie.privacy;

import org.jspecify.annotations.NullMarked;
