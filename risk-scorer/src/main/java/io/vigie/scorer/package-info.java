/** Keeps one churn probability per customer true at every moment, explained. */
@NullMarked
package io.vigie.scorer;

import org.jspecify.annotations.NullMarked;
