/** Tests of the launcher. */
@org.jspecify.annotations.NullMarked
package orderly.lab.launcher;
