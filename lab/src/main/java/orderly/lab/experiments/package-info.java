/** What an experiment is, how it is run, judged and written down. */
@NullMarked
package orderly.lab.experiments;

import org.jspecify.annotations.NullMarked;
