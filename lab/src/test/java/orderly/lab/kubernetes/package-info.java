/**
 * The manifests under k8s/, judged without a cluster.
 */
@NullMarked
package orderly.lab.kubernetes;

import org.jspecify.annotations.NullMarked;
