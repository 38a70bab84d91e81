/**
 * What messaging asks of a broker: the one package that a transport implements.
 */
@NullMarked
package orderly.messaging.transport;

import org.jspecify.annotations.NullMarked;
