/**
 * The experiment multiple-subscribers: a listener comes and goes, and the sender does not
 * know.
 */
@NullMarked
package orderly.lab.experiments.subscribers;

import org.jspecify.annotations.NullMarked;
