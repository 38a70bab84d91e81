/**
 * What an experiment is, how it is run, judged and written down.
 * <p>
 * A new one is a package of its own with one public class that implements
 * {@link orderly.lab.experiments.Experiment}, listed in {@code orderly.lab.cli.Orderly}
 * in the order of the book. {@code off} and {@code on} collect numbers, findings and
 * plots in a {@link orderly.lab.experiments.Notebook}; the thresholds stand in the claim.
 * The system is broken by {@link orderly.lab.experiments.Lab#driver()} alone, which
 * remembers how it was; what else has to be put back goes to {@code lab.afterwards()}.
 * Effects are awaited with {@link orderly.lab.experiments.Patience}.
 * {@code QuickAnswerTests} has the smallest one that measures something.
 */
@NullMarked
package orderly.lab.experiments;

import org.jspecify.annotations.NullMarked;
