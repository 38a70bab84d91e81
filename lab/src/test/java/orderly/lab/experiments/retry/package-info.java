/** Tests of the experiment retry. */
@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.retry;
