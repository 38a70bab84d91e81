@org.jspecify.annotations.NullMarked
package orderly.lab.plots;
