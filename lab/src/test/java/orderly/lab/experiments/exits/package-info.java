/** Tests of the experiments instance-killed and rolling-restart. */
@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.exits;
