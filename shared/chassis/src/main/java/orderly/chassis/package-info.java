/**
 * What no reader should think about twice: problem details, tracing and logs, outbound
 * calls, drain.
 */
@NullMarked
package orderly.chassis;

import org.jspecify.annotations.NullMarked;
