package org.smeportal.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes from an answer what is random in any world, and nothing else: a random id of the database becomes the table and the
 * number of its row, so that it still says which one it is; other random words become as many signs of their own. Lengths
 * stay, but for the view states of Faces, which are numbers of any length.
 */
public final class Masks {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A private link: key, subject, nonce, end, proof. Subject and end are no secrets, and stay. */
    private static final Pattern LINK =
            Pattern.compile("(\\.[0-9a-z]+\\.)([\\w-]{16,22})(\\.[0-9a-z]+\\.)([\\w-]{43})(?![\\w-])");

    private static final Pattern VIEW_STATE =
            Pattern.compile("(name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\")-?\\d+:-?\\d+\"");

    /** Of the content security policy. */
    private static final Pattern NONCE =
            Pattern.compile("(?<=nonce=\"|'nonce-|csp\\.init\\(')[\\w+/=%-]{16,64}(?=[\"'])");

    private static final Pattern COOKIE = Pattern.compile("(?m)(?<=^set-cookie: )([\\w-]+=)([^;\\n]*)");
    /** Faces numbers its flash scopes at random, in words of any length. */
    private static final Pattern FLASH = Pattern.compile("(?m)(?<=^set-cookie: csfcfc=)[^;\\n]*");

    /** Of the audit trail: what it is of has random ids in it. */
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    /** A table says when it was made, by the clock of the machine. */
    private static final Pattern MADE = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");

    /** Options and references of an item have random ids of five signs. */
    private static final Pattern PART_ID =
            Pattern.compile("(\"(?:id|spot|key|options|references)\":\"|option\\.|reference\\."
                    + "|name=\"(?:opened|answer)\" value=\")([a-z0-9]{5}(?:,[a-z0-9]{5})*)(?=[\".])");

    /** Of what a browser keeps of a live review: it follows from the random id of the session. */
    private static final Pattern JOURNAL = Pattern.compile("(?<=\"journal\":\")[\\w+/]{43}=(?=\")");

    /** A draft counts its changes from a random number on. */
    private static final Pattern SEQ = Pattern.compile("(?<=name=\"seq\" value=\")\\d+");

    /** The test's mail server says when it got a mail, by the clock of the machine. */
    private static final Pattern RECEIVED = Pattern.compile("(?m)^Received: .*\\n");

    private static final Pattern DATE = Pattern.compile("(?m)^date: .*\\n");
    private static final Pattern PART = Pattern.compile("----=_Part_[\\d_.]+");

    private final Map<String, String> known = new HashMap<>();

    /** Learns which row each random id of the database means; to be asked again when there are new ones. */
    public void learn(Rig rig) {
        List<?> columns = rig.rows("""
                select table_name from information_schema.columns
                where table_schema = database() and column_name = 'public_id'""");
        for (Object table : columns) {
            // which place of an agenda an item got was drawn
            String row = table.equals("review_entry") ? "concat(session_id, '.', place)" : "id";
            for (Object found : rig.rows("select public_id, " + row + " from `" + table + "`")) {
                Object[] known = (Object[]) found;
                know((String) known[0], table + "#" + known[1]);
            }
        }
    }

    void know(String id, String row) {
        known.put(id, row);
    }

    public String of(String text) {
        String masked = UUID.matcher(text).replaceAll(id -> filled(known.getOrDefault(id.group(), "uuid"), id.group()));
        masked = LINK.matcher(masked)
                .replaceAll(link -> link.group(1)
                        + filled("nonce", link.group(2))
                        + link.group(3)
                        + filled("proof", link.group(4)));
        masked = VIEW_STATE.matcher(masked).replaceAll("$1state\"");
        masked = NONCE.matcher(masked).replaceAll(nonce -> filled("nonce", nonce.group()));
        masked = HASH.matcher(masked).replaceAll(hash -> filled("hash", hash.group()));
        masked = FLASH.matcher(masked).replaceAll("flash");
        masked = COOKIE.matcher(masked).replaceAll(cookie -> cookie.group(1) + filled("cookie", cookie.group(2)));
        if (masked.contains("\"options\":")
                || masked.contains("name=\"opened\"")
                || masked.contains("name=\"answer\"")) {
            masked = PART_ID.matcher(masked)
                    .replaceAll(id -> id.group(1) + id.group(2).replaceAll("[a-z0-9]", "x"));
        }
        masked = JOURNAL.matcher(masked).replaceAll(key -> filled("key", key.group()));
        masked = SEQ.matcher(masked).replaceAll("seq");
        masked = RECEIVED.matcher(masked).replaceAll("");
        masked = MADE.matcher(masked).replaceAll("$1made");
        masked = PART.matcher(masked).replaceAll("part");
        return DATE.matcher(masked).replaceAll("");
    }

    /** The word, as long as the original. */
    private static String filled(String word, String original) {
        return original.length() <= word.length()
                ? word.substring(0, original.length())
                : word + "-".repeat(original.length() - word.length());
    }
}
