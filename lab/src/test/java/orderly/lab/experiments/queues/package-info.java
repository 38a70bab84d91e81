@org.jspecify.annotations.NullMarked
package orderly.lab.experiments.queues;
