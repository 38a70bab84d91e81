package orderly.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Calls that race each other. */
final class AtOnce {

	private AtOnce() {
	}

	static <T> List<T> call(Stream<Callable<T>> tasks) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<T> results = new ArrayList<>();
			for (Future<T> done : threads.invokeAll(tasks.toList())) {
				results.add(done.get());
			}
			return results;
		}
	}

}
