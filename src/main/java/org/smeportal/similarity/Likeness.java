package org.smeportal.similarity;

/**
 * The cosine of two texts as vectors of words: a word weighs how often it stands there times how rare it is in the exam,
 * {@code 1 + ln((1 + items) / (1 + items with it))}, so that a word of all items still counts a little.
 */
final class Likeness {
    private Likeness() {}

    /** Words by their numbers, in order, with weights that make the length 1; empty when there is no word. */
    record Vector(int[] words, float[] weights) {}

    static double rarity(int items, int with) {
        return 1 + Math.log((1.0 + items) / (1.0 + with));
    }

    /** {@code words} in ascending order; {@code rarities} of each of them. */
    static Vector vector(int[] words, int[] counts, double[] rarities) {
        double squares = 0;
        for (int i = 0; i < words.length; i++) {
            double weight = counts[i] * rarities[i];
            squares += weight * weight;
        }
        float[] weights = new float[words.length];
        double length = Math.sqrt(squares);
        for (int i = 0; i < words.length; i++) {
            weights[i] = (float) (counts[i] * rarities[i] / length);
        }
        return new Vector(words, weights);
    }

    static double cosine(Vector one, Vector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < one.words.length && j < other.words.length) {
            int order = Integer.compare(one.words[i], other.words[j]);
            if (order == 0) {
                sum += one.weights[i] * other.weights[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Math.min(1, sum);
    }
}
