/** What is remembered: dossiers, cases, tasks and deadlines, what came in and what is still to be told. */
@NullMarked
package io.vigie.retention.store;

import org.jspecify.annotations.NullMarked;
