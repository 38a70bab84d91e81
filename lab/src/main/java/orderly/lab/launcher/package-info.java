/**
 * Starts the system as processes of this machine, watches them, breaks them on request
 * and stops them.
 */
@NullMarked
package orderly.lab.launcher;

import org.jspecify.annotations.NullMarked;
