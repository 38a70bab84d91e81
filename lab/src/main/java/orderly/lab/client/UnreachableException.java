package orderly.lab.client;

import orderly.lab.Exit;
import orderly.lab.LabException;

/** Nobody answered where the system should be. */
public class UnreachableException extends LabException {

	private static final long serialVersionUID = 1L;

	UnreachableException(String sentence, Throwable cause) {
		super(Exit.NOT_RUNNING, sentence, cause);
	}

}
