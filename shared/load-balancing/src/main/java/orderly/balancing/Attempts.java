package orderly.balancing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.cloud.client.ServiceInstance;

/**
 * The attempts at one call, which whoever retries puts into one scope: an instance that
 * has just failed is the last to ask again.
 */
public final class Attempts {

	private static final ScopedValue<Attempts> SCOPE = ScopedValue.newInstance();

	private final Set<Address> tried = ConcurrentHashMap.newKeySet();

	private Attempts() {
	}

	/**
	 * Makes a call, and the retries of it, so that each choice of an instance avoids
	 * those that were chosen before, where another one is left. Calls of several partners
	 * do not disturb each other.
	 * @param <T> what it returns
	 * @param <X> what it throws
	 * @param call the call with all its attempts, made on this thread
	 * @return what the call returns
	 * @throws X what the call throws
	 */
	public static <T extends @Nullable Object, X extends Throwable> T eachOnAnother(
			ScopedValue.CallableOp<? extends T, X> call) throws X {
		return ScopedValue.where(SCOPE, new Attempts()).call(call);
	}

	/** Those of the current scope; without one, a first and only attempt. */
	static Attempts current() {
		return SCOPE.isBound() ? SCOPE.get() : new Attempts();
	}

	/** The instances that were not tried yet, or all of them when none is left. */
	List<ServiceInstance> untriedOf(List<ServiceInstance> instances) {
		List<ServiceInstance> untried = instances.stream()
			.filter((instance) -> !this.tried.contains(Address.of(instance)))
			.toList();
		return untried.isEmpty() ? instances : untried;
	}

	void chose(ServiceInstance instance) {
		this.tried.add(Address.of(instance));
	}

}
