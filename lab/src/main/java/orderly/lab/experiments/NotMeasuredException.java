package orderly.lab.experiments;

/** The experiment could not be done; the message is a sentence that says why. */
public class NotMeasuredException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotMeasuredException(String sentence) {
		super(sentence);
	}

}
