package orderly.lab.experiments;

import java.util.List;

/**
 * A question to answer before the experiment does.
 *
 * @param right the index of the answer that the claim stands for
 */
public record Prediction(String question, List<String> answers, int right) {

	/** The choices as letters, {@code a)} first. */
	List<String> lines() {
		return java.util.stream.IntStream.range(0, answers.size())
			.mapToObj(i -> letter(i) + ") " + answers.get(i))
			.toList();
	}

	boolean isRight(String said) {
		return said.strip().toLowerCase(java.util.Locale.ROOT).startsWith(letter(right));
	}

	String rightLine() {
		return lines().get(right);
	}

	private static String letter(int index) {
		return String.valueOf((char) ('a' + index));
	}

}
