package org.smeportal.linter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.CleanItems;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** L1–L26 by mutation: nothing is said about clean items, and each flaw that is put into each of them is found. */
class LinterMutationTest {
    private static final List<CleanItems.CleanItem> CLEAN = CleanItems.readOn(Items.TODAY);
    private static final Map<String, UnaryOperator<ItemText>> FLAWS = flaws();
    private final Linter linter = new Linter();

    @Test
    void atMostFivePercentOfTheCleanItemsGetAWarningOrError() {
        List<String> tripped = new ArrayList<>();
        for (CleanItems.CleanItem item : CLEAN) {
            List<Finding> weighty = linter.check(item.text(), Items.CONTEXT).stream()
                    .filter(finding -> finding.level() != Level.INFO)
                    .toList();
            if (!weighty.isEmpty()) {
                tripped.add(item.text().question() + " " + weighty);
            }
        }
        assertThat(CLEAN).hasSizeGreaterThanOrEqualTo(60);
        assertThat(tripped).hasSizeLessThanOrEqualTo(CLEAN.size() / 20);
        System.out.println("Clean items: " + CLEAN.size() + ", with a warning or error: " + tripped);
    }

    @Test
    void everyFlawIsFoundInEveryItem() {
        List<String> missed = new ArrayList<>();
        FLAWS.forEach((flaw, mutation) -> CLEAN.forEach(item -> {
            ItemText flawed = mutation.apply(item.text());
            Rule rule = Rule.valueOf(flaw.split(" ")[0]);
            List<Finding> findings = linter.check(flawed, Items.CONTEXT).stream()
                    .filter(finding -> finding.rule() == rule)
                    .toList();
            if (findings.isEmpty()) {
                missed.add(flaw + ": " + flawed.question()
                        + flawed.options().stream().map(ItemOption::text).toList());
            }
        }));
        assertThat(missed).isEmpty();
        assertThat(FLAWS.keySet().stream().map(flaw -> flaw.split(" ")[0]).distinct())
                .hasSize(26);
        System.out.println("Flaws: " + FLAWS.size() + ", each in " + CLEAN.size() + " items, all found");
    }

    @Test
    void aFixTakesTheFindingAway() {
        int fixes = 0;
        for (UnaryOperator<ItemText> mutation : FLAWS.values()) {
            for (CleanItems.CleanItem item : CLEAN) {
                ItemText flawed = mutation.apply(item.text());
                for (Finding finding : linter.check(flawed, Items.CONTEXT)) {
                    if (!finding.fixes().isEmpty()) {
                        ItemText fixed = Items.fixed(flawed, finding.fixes().get(0));
                        assertThat(linter.check(fixed, Items.CONTEXT))
                                .noneMatch(left -> left.rule() == finding.rule()
                                        && left.message().equals(finding.message()));
                        fixes++;
                    }
                }
            }
        }
        assertThat(fixes).isGreaterThan(CLEAN.size() * 3);
    }

    @Test
    void aThousandItemsAreCheckedAtOnce() {
        long before = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            linter.check(CLEAN.get(i % CLEAN.size()).text(), Items.CONTEXT);
        }
        System.out.println("1,000 items: " + (System.nanoTime() - before) / 1_000_000 + " ms");
    }

    private static Map<String, UnaryOperator<ItemText>> flaws() {
        Map<String, UnaryOperator<ItemText>> flaws = new LinkedHashMap<>();
        flaws.put(
                "L1",
                item -> Items.eachDistractor(
                        Items.key(
                                item, key -> "Plain words so that it is certain " + key + " and then some more words"),
                        "Wait",
                        "Stop now",
                        "Call them"));
        flaws.put("L2", item -> Items.key(Items.distractors(item, text -> text + " and more of it"), key -> "Wait"));
        flaws.put("L3", item -> Items.eachDistractor(item, "Wait for it", "Call the vendor", "All of the above"));
        flaws.put("L4", item -> Items.eachDistractor(item, "Wait for it", "Call the vendor", "None of these options"));
        flaws.put("L5", item -> Items.question(item, "Which step is NOT part of it?"));
        flaws.put("L5 except", item -> Items.question(item, item.question() + " All of these do, EXCEPT:"));
        flaws.put("L6", item -> Items.question(item, "Which step is not part of it?"));
        flaws.put("L7", item -> Items.distractors(item, text -> "Always " + text));
        flaws.put("L8", item -> Items.key(item, text -> text + " usually"));
        flaws.put(
                "L9",
                item -> Items.key(
                        Items.question(item, "Which zirconium measure fits?"), text -> text + " with zirconium"));
        flaws.put("L10", item -> Items.eachOption(item, "5 GB", "1 TB", "20 MB", "30 GB"));
        flaws.put("L10 days", item -> Items.eachOption(item, "2020-03-01", "2020-02-01", "2020-04-01", "2021-01-01"));
        flaws.put(
                "L11",
                item -> Items.eachOption(item, "1 to 10 days", "10 to 20 days", "21 to 30 days", "31 to 40 days"));
        flaws.put(
                "L11 open",
                item -> Items.eachOption(item, "less than 10 GB", "5 to 20 GB", "21 to 30 GB", "more than 30 GB"));
        flaws.put(
                "L12",
                item -> Items.options(
                        item,
                        item.options().stream()
                                .map(option ->
                                        Items.text(option, item.options().get(0).text() + (option.key() ? "!" : "")))
                                .toList()));
        flaws.put(
                "L12 part",
                item -> Items.distractors(item, text -> item.key().orElseThrow().text() + " twice"));
        flaws.put("L13", item -> Items.eachDistractor(item, "Wait for it", "Call the vendor", "Both A and B"));
        flaws.put("L13 roman", item -> Items.eachDistractor(item, "I and II", "I, II and III", "II and III only"));
        flaws.put("L14", item -> Items.distractors(item, text -> "Yes, " + text));
        flaws.put(
                "L15",
                item -> Items.eachOption(
                        Items.question(item, "The team should use an:"), "queue", "index", "table", "instance"));
        flaws.put(
                "L15 number",
                item -> Items.eachDistractor(
                        Items.key(Items.question(item, "The parts that are needed are:"), text -> "two queues"),
                        "one table",
                        "a disk",
                        "a network"));
        flaws.put("L16", item -> Items.question(item, item.question().replace("?", ".")));
        flaws.put("L17", item -> Items.question(item, "The team uses ____ to store files. " + item.question()));
        flaws.put(
                "L18",
                item -> Items.eachDistractor(
                        Items.key(item, text -> "Store records safely beside photos tomorrow"),
                        "Store letters there",
                        "Hold records there quickly",
                        "Print photos there tomorrow"));
        flaws.put(
                "L19",
                item -> Items.distractors(
                        Items.key(item, text -> "Wait for the vendor."), text -> text.replace(".", "")));
        flaws.put(
                "L19 capital",
                item -> Items.distractors(Items.key(item, text -> "wait for the vendor"), text -> "Now " + text));
        flaws.put(
                "L19 verb",
                item -> Items.distractors(Items.key(item, text -> "Waiting for the vendor"), text -> "Now " + text));
        flaws.put(
                "L19 code",
                item -> Items.eachDistractor(
                        Items.key(item, text -> "`wait 5`"), "Stop it now", "Print it then", "Sell it soon"));
        flaws.put("L20", item -> Items.scenario(item, "The firm has a long story. ".repeat(30)));
        flaws.put("L20 fact", item -> Items.scenario(item, item.scenario() + " The building has 7319 windows."));
        flaws.put("L21", item -> Items.question(item, "Which " + "very ".repeat(36) + "good step is it?"));
        flaws.put("L22 none", item -> Items.references(item, List.of()));
        flaws.put("L22 host", item -> reference(item, "https://blog.example.com/a", "quote", 0));
        flaws.put("L22 old", item -> reference(item, "https://docs.example.org/a", "quote", 181));
        flaws.put("L22 quote", item -> reference(item, "https://docs.example.org/a", " ", 0));
        flaws.put("L23", item -> rationales(item, ""));
        flaws.put("L23 short", item -> rationales(item, "It is wrong"));
        flaws.put("L23 equal", item -> rationales(item, "This is the same reason for all"));
        flaws.put("L24", item -> Items.question(item, "Which way is the best?"));
        flaws.put("L25", item -> Items.scenario(item, item.scenario() + "\n\nIt uses Amazon Teapot."));
        flaws.put("L25 retired", item -> Items.key(item, text -> text + " with Amazon Elasticsearch Service"));
        flaws.put("L26", item -> Items.scenario(item, item.scenario() + "\n\n![](plan.png)"));
        flaws.put("L26 above", item -> Items.question(item, "In the design shown above, " + item.question()));
        flaws.put("L26 colour", item -> Items.question(item, "What does the red box mean? " + item.question()));
        return flaws;
    }

    private static ItemText reference(ItemText item, String url, String quote, int days) {
        return Items.references(
                item, List.of(new ItemReference("r1", "Guide", url, quote, Items.TODAY.minusDays(days))));
    }

    private static ItemText rationales(ItemText item, String rationale) {
        return Items.options(
                item,
                item.options().stream()
                        .map(option -> Items.rationale(option, rationale))
                        .toList());
    }
}
