/** The experiment workflow: whatever ends an order, what was done for it is undone. */
@NullMarked
package orderly.lab.experiments.workflow;

import org.jspecify.annotations.NullMarked;
