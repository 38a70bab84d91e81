package orderly.lab.launcher;

import java.util.List;
import java.util.stream.IntStream;
import java.util.concurrent.Callable;

import orderly.lab.Exit;
import orderly.lab.LabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts one more process of a service, which serves other versions of its API. */
@Command(name = "release", mixinStandardHelpOptions = true,
		description = "Start one more process of a service beside the others, which offers these versions of its API.",
		footer = { "", "Example: ./orderly release order-service --serve 2",
				"Take it back with: ./orderly withdraw order-service#2" })
class Release implements Callable<Integer> {

	private final Home home;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Parameters(paramLabel = "SERVICE", description = "The service; only order-service has several versions.")
	@SuppressWarnings("NullAway.Init")
	private String service;

	@Option(names = "--serve", required = true, paramLabel = "VERSIONS",
			description = "The versions that it offers: 1, 2 or 1,2.")
	@SuppressWarnings("NullAway.Init")
	private String serve;

	Release(Home home) {
		this.home = home;
	}

	@Override
	public Integer call() {
		String name = next(RunState.require(this.home).processes().stream().map(RunState.Child::name).toList());
		Control.of(this.home).serve(name, this.serve);
		this.spec.commandLine().getOut().println("%s offers %s.".formatted(name, this.serve));
		return Exit.OK;
	}

	private String next(List<String> taken) {
		return IntStream.rangeClosed(1, Replicas.MOST)
			.mapToObj((number) -> new ProcessName(this.service, number).toString())
			.filter((name) -> !taken.contains(name))
			.findFirst()
			.orElseThrow(() -> new LabException("%s runs in %d processes already, and more are not possible."
				.formatted(this.service, Replicas.MOST)));
	}

}
