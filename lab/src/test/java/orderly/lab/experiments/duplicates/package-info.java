/** Tests of the experiment duplicates. */
@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.duplicates;
