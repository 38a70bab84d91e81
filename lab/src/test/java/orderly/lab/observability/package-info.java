/**
 * The configuration of Prometheus and Grafana under compose/.
 */
@NullMarked
package orderly.lab.observability;

import org.jspecify.annotations.NullMarked;
