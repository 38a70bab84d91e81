package orderly.lab.load;

import java.net.URI;
import java.util.function.Supplier;

import orderly.lab.client.Answer;
import orderly.lab.client.UnreachableException;

/**
 * What a load does again and again.
 *
 * @param target where it goes
 * @param work one call, from the request to the answer
 */
public record Call(URI target, Supplier<Answer> work) {

	/** Makes the call; where nobody answers, {@link Answer#none()}. */
	Answer make() {
		try {
			return work.get();
		}
		catch (UnreachableException ex) {
			return Answer.none();
		}
	}

}
