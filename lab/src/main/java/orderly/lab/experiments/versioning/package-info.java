/** Asks for versions in every way, and withdraws a release while another one works. */
@NullMarked
package orderly.lab.experiments.versioning;

import org.jspecify.annotations.NullMarked;
