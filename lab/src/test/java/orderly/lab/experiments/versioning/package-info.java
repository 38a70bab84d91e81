/** Tests of the experiment versioning. */
@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.versioning;
