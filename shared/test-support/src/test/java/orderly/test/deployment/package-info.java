/**
 * Shows that the checks of deployments bite.
 */
@NullMarked
package orderly.test.deployment;

import org.jspecify.annotations.NullMarked;
