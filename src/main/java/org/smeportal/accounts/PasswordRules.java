package org.smeportal.accounts;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which passwords are too easy to guess: those among the commonest and what resembles them (zxcvbn with its lists), and
 * those that are made of words around the account, such as the name of its holder or of this portal.
 */
final class PasswordRules {
    static final int LEAST = 12;
    static final int MOST = 200;

    /** So much of it is looked at: the work grows with the length, and what follows makes no password weaker. */
    private static final int LOOKED_AT = 48;
    /** Fewer guesses than ten thousand million are a matter of hours for whoever got hold of a hash. */
    private static final double LEAST_GUESSES = 1e10;
    /** So many letters and digits have to be there beside the words around the account. */
    private static final int LEAST_BESIDE = 8;

    private static final int SHORT_WORD = 3;
    private static final Zxcvbn ZXCVBN = new Zxcvbn();

    private PasswordRules() {}

    /** What makes it weak. The sentence of each says how to do better. */
    enum Weakness {
        COMMON,
        CONTEXT,
        KEYBOARD,
        SEQUENCE,
        REPEAT,
        DATE,
        WORDS
    }

    /** What stands around an account: {@code whole} is never part of a password, {@code words} are little worth in it. */
    record Context(List<String> whole, List<String> words) {}

    /** Parts of the name, of the address and of the portal's host are what a guesser tries first with this account. */
    static Context context(String email, String name, String host) {
        List<String> whole = Stream.of(email, email.substring(0, email.indexOf('@')), name)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.length() > SHORT_WORD)
                .toList();
        List<String> words = Stream.of(name, email, host, "sme", "portal")
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= SHORT_WORD)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return new Context(whole, words);
    }

    static Optional<Weakness> weakness(String password, Context context) {
        if (isMadeOf(context, password.toLowerCase(Locale.ROOT))) {
            return Optional.of(Weakness.CONTEXT);
        }
        Strength strength = ZXCVBN.measure(
                password.length() > LOOKED_AT ? password.substring(0, LOOKED_AT) : password, context.words());
        return strength.getGuesses() >= LEAST_GUESSES ? Optional.empty() : Optional.of(reason(strength.getSequence()));
    }

    private static boolean isMadeOf(Context context, String password) {
        String rest = password;
        for (String word : context.words()) {
            rest = rest.replace(word, "");
        }
        return context.whole().stream().anyMatch(password::contains)
                || (!rest.equals(password)
                        && rest.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_BESIDE);
    }

    /** What the longest part of the password is that a guesser knows. */
    private static Weakness reason(List<Match> parts) {
        List<Match> known = new ArrayList<>(parts);
        known.removeIf(part -> part.pattern == Pattern.Bruteforce);
        return known.stream()
                .max(Comparator.comparing(Match::tokenLength))
                .map(PasswordRules::reason)
                .orElse(Weakness.WORDS);
    }

    private static Weakness reason(Match part) {
        return switch (part.pattern) {
            case Spatial -> Weakness.KEYBOARD;
            case Sequence -> Weakness.SEQUENCE;
            case Repeat -> Weakness.REPEAT;
            case Date, Regex -> Weakness.DATE;
            case Dictionary ->
                "passwords".equals(part.dictionaryName)
                        ? Weakness.COMMON
                        : "user_inputs".equals(part.dictionaryName) ? Weakness.CONTEXT : Weakness.WORDS;
            default -> Weakness.WORDS;
        };
    }
}
