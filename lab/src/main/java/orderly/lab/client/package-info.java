/**
 * The system as its users see it: the gateway's and Zipkin's API, and the words of the
 * command line that speak to them.
 */
@NullMarked
package orderly.lab.client;

import org.jspecify.annotations.NullMarked;
