package org.smeportal.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the expressions of pages as far as the conventions need: which name each chain begins with, and its steps. */
final class Expressions {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_$][\\w$]*|\\d[\\w.]*|->|\\S");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "empty",
            "div",
            "mod",
            "true",
            "false",
            "null",
            "instanceof");

    private Expressions() {}

    /** One step of a chain: a property, a method with its arguments, or {@code [..]}. */
    record Step(String name, List<String> arguments, Kind kind) {}

    enum Kind {
        PROPERTY,
        METHOD,
        INDEX
    }

    /** {@code bean.rows.size()}: the name it begins with and its steps. */
    record Chain(String root, List<Step> steps) {
        boolean isMethod(String name) {
            return steps.size() == 1
                    && steps.get(0).kind() == Kind.METHOD
                    && steps.get(0).name().equals(name);
        }
    }

    /** The expressions within a text or attribute, without their {@code #{}}. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        int at = start(text, 0);
        while (at >= 0) {
            int end = end(text, at + 2);
            found.add(text.substring(at + 2, end));
            at = start(text, end);
        }
        return found;
    }

    /** What remains of a text without its expressions. */
    static String without(String text) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        int at = start(text, 0);
        while (at >= 0) {
            rest.append(text, from, at);
            from = end(text, at + 2) + 1;
            at = from <= text.length() ? start(text, from) : -1;
        }
        return rest.append(text.substring(Math.min(from, text.length()))).toString();
    }

    static List<Chain> chains(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        List<Chain> chains = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins =
                    isName(tokens.get(i)) && (i == 0 || !tokens.get(i - 1).equals("."));
            boolean declared = i + 1 < tokens.size() && tokens.get(i + 1).equals("->");
            if (begins && !declared) {
                chains.add(chain(tokens, i));
            }
        }
        return chains;
    }

    private static Chain chain(List<String> tokens, int begin) {
        List<Step> steps = new ArrayList<>();
        int i = begin + 1;
        while (i < tokens.size()) {
            if (tokens.get(i).equals(".") && i + 1 < tokens.size()) {
                String name = tokens.get(i + 1);
                if (i + 2 < tokens.size() && tokens.get(i + 2).equals("(")) {
                    int close = closing(tokens, i + 2);
                    steps.add(new Step(name, arguments(tokens.subList(i + 3, close)), Kind.METHOD));
                    i = close + 1;
                } else {
                    steps.add(new Step(name, List.of(), Kind.PROPERTY));
                    i += 2;
                }
            } else if (tokens.get(i).equals("[")) {
                int close = closing(tokens, i);
                steps.add(new Step("[]", arguments(tokens.subList(i + 1, close)), Kind.INDEX));
                i = close + 1;
            } else {
                break;
            }
        }
        return new Chain(tokens.get(begin), steps);
    }

    private static List<String> arguments(List<String> tokens) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        for (String token : tokens) {
            depth += "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
            if (token.equals(",") && depth == 0) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                boolean words = argument.length() > 0
                        && Character.isJavaIdentifierPart(argument.charAt(argument.length() - 1))
                        && Character.isJavaIdentifierPart(token.charAt(0));
                argument.append(words ? " " : "").append(token);
            }
        }
        if (argument.length() > 0) {
            arguments.add(argument.toString());
        }
        return arguments;
    }

    private static int closing(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += "([".contains(tokens.get(i)) ? 1 : ")]".contains(tokens.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unbalanced: " + String.join("", tokens));
    }

    private static boolean isName(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0)) && !WORDS.contains(token);
    }

    private static int start(String text, int from) {
        int hash = text.indexOf("#{", from);
        int dollar = text.indexOf("${", from);
        return hash < 0 ? dollar : dollar < 0 ? hash : Math.min(hash, dollar);
    }

    private static int end(String text, int from) {
        char quote = 0;
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unclosed expression: " + text);
    }
}
