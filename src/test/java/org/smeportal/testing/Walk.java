package org.smeportal.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smeportal.security.PageAccess;
import org.smeportal.security.Role;
import org.smeportal.security.SecurityMatrix;

/**
 * Somebody asks for all that there is, by the list of pages and servlets, so that a new one is asked for without being
 * named: alone, with things of the demo, with each thing of the story that is of the same kind, with the filters and orders
 * that a page offers, and with some that it does not.
 */
public final class Walk {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*\\?[^\"]*)\"");
    private static final Pattern GET_FORM = Pattern.compile("(?s)<form[^>]*method=\"get\".*?</form>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select[^>]*name=\"(\\w+)\".*?</select>");
    private static final Pattern OPTION = Pattern.compile("<option[^>]*value=\"([^\"]+)\"");
    private static final Set<String> END_POINTS = Set.copyOf(SecurityMatrix.endPoints());
    private static final int MOST_PAIRS = 10;
    private static final int MOST_OF_OTHERS = 3;
    private static final int MOST_OFFERED = 12;

    private final Map<String, List<String>> samples = new LinkedHashMap<>();
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, List<String>> things;
    private final Map<String, String> guesses;
    private final Recording recording;
    private final String moment;
    private final Set<String> asked = new HashSet<>();

    /**
     * {@code things} are the random ids of the story by table, {@code guesses} what a curious person would filter by, by a
     * pattern of the parameter’s name; the first that fits is tried. What is received bears the name of the moment.
     */
    public Walk(
            Rig rig,
            Map<String, List<String>> things,
            Map<String, String> guesses,
            Recording recording,
            String moment) {
        this.things = things;
        this.guesses = guesses;
        this.recording = recording;
        this.moment = moment;
        things.forEach((table, ids) -> ids.forEach(id -> tables.put(id, table)));
        for (String page : Things.QUERIES.keySet()) {
            samples.put(page, Things.addresses(rig, page));
        }
        for (Object table : rig.rows("""
                select table_name from information_schema.columns
                where table_schema = database() and column_name = 'public_id'""")) {
            rig.rows("select public_id from `" + table + "`").forEach(id -> tables.put((String) id, (String) table));
        }
    }

    /** Somebody who asks: their name in the recording, and the roles that they have. */
    public record Person(String name, HttpUser user, Set<Role> roles) {
        public boolean may(String path) {
            return !PageAccess.isProtected(path)
                    || PageAccess.of(path)
                            .filter(permission -> permission.isGrantedTo(roles))
                            .isPresent();
        }
    }

    /** Whoever is curious tries filters, orders and HEAD as well. */
    public void all(Person person, boolean curious) {
        of(path -> true, person, curious);
    }

    /** Of the pages and end points those that are chosen. */
    public void of(Predicate<String> chosen, Person person, boolean curious) {
        Stream.concat(SecurityMatrix.pages().stream(), SecurityMatrix.endPoints().stream())
                .distinct()
                .sorted()
                .filter(path -> !path.equals("/app/sign-out"))
                .filter(chosen)
                .forEach(path -> page(person, path, curious));
    }

    private void page(Person person, String path, boolean curious) {
        List<String> addresses = addresses(path);
        String body = ask(person, "GET", path);
        if (!person.may(path)) {
            // refused before anything is looked up, so one thing is enough
            ask(person, "GET", addresses.get(addresses.size() - 1));
            return;
        }
        if (!PageAccess.isProtected(path) && !person.roles().isEmpty()) {
            // nobody asks for the rest
            return;
        }
        addresses.stream()
                .skip(1)
                .limit(curious ? Long.MAX_VALUE : MOST_OF_OTHERS)
                .forEach(address -> ask(person, "GET", address));
        if (curious) {
            ask(person, "HEAD", addresses.get(addresses.size() - 1));
            offered(path, body).forEach(address -> ask(person, "GET", address));
            SecurityMatrix.parametersOf(path)
                    .forEach(parameter -> ask(person, "GET", path + "?" + parameter + "=" + encoded(guess(parameter))));
        }
    }

    /** Records the answer, once; answers its text. */
    public String ask(Person person, String method, String address) {
        if (!asked.add(person.name() + method + address)) {
            return "";
        }
        HttpResponse<byte[]> answer = person.user().ask(method, address);
        recording.add(moment + person.name() + " " + method + " " + address, answer);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The page alone, with each thing of the story that is of its kind, and with one of the demo. */
    private List<String> addresses(String path) {
        Set<String> addresses = new LinkedHashSet<>(List.of(path));
        samples.getOrDefault(path, List.of()).stream().limit(1).forEach(sample -> {
            addresses.addAll(alike(sample));
            if (things.values().stream().flatMap(List::stream).noneMatch(sample::contains)) {
                addresses.add(sample);
            }
        });
        if (!samples.containsKey(path)) {
            things.values().stream().limit(1).forEach(ids -> addresses.add(path + "/" + ids.get(0)));
        }
        return List.copyOf(addresses);
    }

    private List<String> alike(String sample) {
        List<String> found = new ArrayList<>(List.of(""));
        Matcher id = UUID.matcher(sample);
        int done = 0;
        while (id.find()) {
            String before = sample.substring(done, id.start());
            List<String> others = things.getOrDefault(tables.getOrDefault(id.group(), ""), List.of(id.group()));
            found = found.stream()
                    .flatMap(begun -> others.stream().map(other -> begun + before + other))
                    .toList();
            done = id.end();
        }
        String rest = sample.substring(done);
        return found.stream().map(begun -> begun + rest).limit(MOST_PAIRS).toList();
    }

    /** The filters, orders and further pages that a page leads to, and its files. */
    private static List<String> offered(String path, String body) {
        Set<String> pages = new LinkedHashSet<>();
        Set<String> files = new LinkedHashSet<>();
        Matcher link = LINK.matcher(body);
        while (link.find()) {
            URI target =
                    URI.create(path).resolve(link.group(1).replace("&amp;", "&").replace(" ", "%20"));
            if (path.equals(target.getPath())) {
                pages.add(path + "?" + target.getRawQuery());
            } else if (END_POINTS.contains(target.getPath())) {
                files.add(target.getPath() + "?" + target.getRawQuery());
            }
        }
        Matcher form = GET_FORM.matcher(body);
        while (form.find()) {
            Matcher select = SELECT.matcher(form.group());
            while (select.find()) {
                Matcher option = OPTION.matcher(select.group());
                while (option.find()) {
                    pages.add(path + "?" + select.group(1) + "=" + encoded(option.group(1)));
                }
            }
        }
        return Stream.concat(files.stream(), pages.stream().limit(MOST_OFFERED)).toList();
    }

    private String guess(String parameter) {
        return guesses.entrySet().stream()
                .filter(guess -> parameter.matches(guess.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
