/**
 * Stands in for JPA, which the build bans: a fixture must name it.
 */
@NullMarked
package jakarta.persistence;

import org.jspecify.annotations.NullMarked;
