/** Tests of the experiment load-balancing. */
@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.balancing;
