/**
 * What the experiments with queues share: a shop that orders come to, the pace at which
 * they are placed and end, and how many messages wait meanwhile.
 */
@NullMarked
package orderly.lab.experiments.queues;

import org.jspecify.annotations.NullMarked;
