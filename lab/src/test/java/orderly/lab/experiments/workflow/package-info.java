/** Tests of the experiment workflow. */
@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.workflow;
