package orderly.lab.client;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A word that asks the running system. */
abstract class Query implements Callable<Integer> {

	@Mixin
	final Where where;

	@Option(names = "--json", description = "JSON for programs instead of text for people.")
	boolean json;

	@Spec
	@SuppressWarnings("NullAway.Init")
	CommandSpec spec;

	Query(Supplier<Optional<Urls>> running) {
		this.where = new Where(running);
	}

	/** Prints at once: whoever follows wants to see each line as it comes. */
	final void print(Object line) {
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(line);
		out.flush();
	}

}
