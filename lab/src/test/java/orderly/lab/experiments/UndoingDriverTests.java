package orderly.lab.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Ctrl-C leaves behind: nothing. */
class UndoingDriverTests {

	private final CountDownLatch go = new CountDownLatch(1);

	private final List<String> done = new ArrayList<>();

	private final FakeDriver system = new FakeDriver() {

		@Override
		public void start(String process) {
			awaitGo();
			super.start(process);
		}

		@Override
		public void resume(String process) {
			UndoingDriverTests.this.done.add("resume");
		}

		@Override
		public void heal(String serviceOrProcess) {
			UndoingDriverTests.this.done.add("heal");
			super.heal(serviceOrProcess);
		}

	};

	private final UndoingDriver driver = new UndoingDriver(this.system, new Undo(this.done::add),
			new Undo(this.done::add));

	@Test
	void nothingNewIsBrokenAfterwards() {
		this.driver.fault("order-service", Fault.NONE.withLatency(Duration.ofSeconds(1)));
		this.driver.close();
		assertThat(this.system.faults).isEmpty();
		assertThatThrownBy(() -> this.driver.kill("order-service")).isInstanceOf(NotMeasuredException.class);
		assertThat(this.system.up).contains("order-service");
	}

	@Test
	void whatIsUnderWayIsFinishedAndThenPutBack() throws InterruptedException {
		Thread experiment = new Thread(() -> this.driver.start("notifications"));
		experiment.start();
		awaitWaiting(experiment);
		Thread ctrlC = new Thread(this.driver::close);
		ctrlC.start();
		awaitWaiting(ctrlC);
		this.go.countDown();
		experiment.join();
		ctrlC.join();
		assertThat(this.system.up).doesNotContain("notifications");
	}

	@Test
	void whoeverIsPausedIsResumedBeforeItIsTalkedTo() {
		this.driver.fault("order-service", Fault.NONE.withErrors(1));
		this.driver.pause("order-service");
		this.driver.close();
		assertThat(this.done).containsExactly("resume", "heal");
	}

	private static void awaitWaiting(Thread thread) {
		Set<Thread.State> standing = Set.of(Thread.State.WAITING, Thread.State.BLOCKED, Thread.State.TERMINATED);
		Awaitility.await().until(() -> standing.contains(thread.getState()));
	}

	private void awaitGo() {
		try {
			this.go.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
