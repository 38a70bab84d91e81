package orderly.lab.client;

import orderly.lab.LabException;

/** The system answered, but not with what was asked for. */
public class RefusedException extends LabException {

	private static final long serialVersionUID = 1L;

	private final int status;

	RefusedException(Answer answer) {
		super(answer.sentence());
		this.status = answer.status();
	}

	/** The HTTP status. */
	public int status() {
		return this.status;
	}

}
