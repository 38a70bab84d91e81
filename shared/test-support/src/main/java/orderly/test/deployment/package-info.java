/**
 * What compose and Kubernetes are told about the processes of this repository.
 */
@NullMarked
package orderly.test.deployment;

import org.jspecify.annotations.NullMarked;
