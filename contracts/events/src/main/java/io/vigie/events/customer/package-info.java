/** Customer master records: who a customer is, worth what, reachable how. */
@NullMarked
package io.vigie.events.customer;

import org.jspecify.annotations.NullMarked;
