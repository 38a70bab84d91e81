/**
 * The requests of docs/api.http.
 */
@NullMarked
package orderly.lab.api;

import org.jspecify.annotations.NullMarked;
