package orderly.lab.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import orderly.lab.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens one of the system's pages. */
@Command(name = "open", mixinStandardHelpOptions = true,
		description = "Print the URL of a page, and open it where there is a browser.",
		footer = { "", "Example: ./orderly open zipkin" })
class Open implements Callable<Integer> {

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "PAGE", arity = "0..1", defaultValue = "console",
			description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}, the gateway's front page.")
	@SuppressWarnings("NullAway.Init")
	private Page page;

	enum Page {

		console, zipkin, eureka, api

	}

	Open(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		String url = url(RunState.require(this.home));
		this.spec.commandLine().getOut().println(url);
		browser().ifPresent((command) -> open(command, url));
		return Exit.OK;
	}

	private String url(RunState state) {
		return switch (this.page) {
			case console -> state.gateway() + "/";
			case zipkin -> state.zipkin() + "/zipkin/";
			case eureka -> state.url("registry") + "/";
			case api -> state.gateway() + "/swagger-ui.html";
		};
	}

	private static Optional<List<String>> browser() {
		String system = System.getProperty("os.name");
		if (system.startsWith("Windows")) {
			return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
		}
		boolean screen = system.startsWith("Mac") || System.getenv("DISPLAY") != null
				|| System.getenv("WAYLAND_DISPLAY") != null;
		return Stream.of("open", "xdg-open").filter((_) -> screen).filter(Open::isOnPath).map(List::of).findFirst();
	}

	private static boolean isOnPath(String command) {
		// On Linux "open" is another program.
		boolean fits = command.equals("open") == System.getProperty("os.name").startsWith("Mac");
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return fits
				&& Stream.of(path.split(File.pathSeparator)).anyMatch((it) -> Files.isExecutable(Path.of(it, command)));
	}

	private static void open(List<String> browser, String url) {
		try {
			new ProcessBuilder(Stream.concat(browser.stream(), Stream.of(url)).toList()).start();
		}
		catch (IOException ex) {
			// The URL is printed; that must do.
		}
	}

}
