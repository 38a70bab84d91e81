/** Tests of the experiment breaker. */
@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.breaker;
