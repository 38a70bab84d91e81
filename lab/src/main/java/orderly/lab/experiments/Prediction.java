package orderly.lab.experiments;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A question to answer before the experiment does.
 *
 * @param right the index of the answer that the claim stands for
 */
public record Prediction(String question, List<String> answers, int right) {

	/** The choices as letters, {@code a)} first. */
	List<String> lines() {
		return IntStream.range(0, answers.size()).mapToObj(i -> letter(i) + ") " + answers.get(i)).toList();
	}

	boolean isRight(String said) {
		return said.strip().toLowerCase(Locale.ROOT).startsWith(letter(right));
	}

	String rightLine() {
		return lines().get(right);
	}

	private static String letter(int index) {
		return String.valueOf((char) ('a' + index));
	}

}
