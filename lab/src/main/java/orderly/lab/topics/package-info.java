/** What travels between the services, as the broker has it: read, and said again. */
@NullMarked
package orderly.lab.topics;

import org.jspecify.annotations.NullMarked;
