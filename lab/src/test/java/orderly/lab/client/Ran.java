package orderly.lab.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

import picocli.CommandLine;

/** A word that ran, with what it printed. */
record Ran(int exit, String out) {

	/** Runs the word against a system at the stub. */
	static Ran word(StubServer stub, String... words) {
		CommandLine root = new CommandLine(new Root());
		ClientWords.all(() -> Optional.of(new Urls(stub.url(), stub.url())), Optional::empty)
			.forEach(root::addSubcommand);
		StringWriter out = new StringWriter();
		root.setOut(new PrintWriter(out));
		root.setErr(new PrintWriter(out));
		return new Ran(root.execute(words), out.toString());
	}

	@CommandLine.Command(name = "orderly")
	private static final class Root {

	}

}
