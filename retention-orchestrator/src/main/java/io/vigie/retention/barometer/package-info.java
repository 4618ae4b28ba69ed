/** The lost-customer barometer: waves of leavers drawn by chance, how many answer, and what may be told of them. */
@org.jspecify.annotations.NullMarked
package io.vigie.retention.barometer;
