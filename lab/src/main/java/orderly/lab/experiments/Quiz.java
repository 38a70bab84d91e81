package orderly.lab.experiments;

import java.util.Scanner;
import java.util.function.Consumer;

/** Lets a learner predict before anything is measured, and compare afterwards. */
class Quiz {

	private final Prediction prediction;

	private final Consumer<String> voice;

	Quiz(Prediction prediction, Consumer<String> voice) {
		this.prediction = prediction;
		this.voice = voice;
	}

	String ask() {
		voice.accept(prediction.question());
		prediction.lines().forEach(line -> voice.accept("  " + line));
		voice.accept("Your answer?");
		Scanner in = new Scanner(System.in);
		return in.hasNextLine() ? in.nextLine() : "";
	}

	void compare(String said) {
		voice.accept(prediction.isRight(said) ? "You predicted it: " + prediction.rightLine()
				: "You said '" + said.strip() + "'; the claim says " + prediction.rightLine());
	}

}
