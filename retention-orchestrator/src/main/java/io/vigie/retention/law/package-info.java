/** What the law of a customer's country says about approaching them, by which way and when. */
@NullMarked
package io.vigie.retention.law;

import org.jspecify.annotations.NullMarked;
