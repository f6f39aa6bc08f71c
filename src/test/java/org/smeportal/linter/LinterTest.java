package org.smeportal.linter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemReference;
import org.smeportal.wording.ItemText;

/** L1–L26: what each rule takes for a flaw, and the false friends that it leaves alone. */
class LinterTest {
    private static final String[] PLAIN = {"Use a queue", "Call the vendor", "Move the disks", "Wait for a day"};
    private final Linter linter = new Linter();

    private List<Finding> findings(ItemText item, Rule rule) {
        return linter.check(item, Items.CONTEXT).stream()
                .filter(finding -> finding.rule() == rule)
                .toList();
    }

    private boolean finds(Rule rule, ItemText item) {
        return !findings(item, rule).isEmpty();
    }

    /** Rule, whether it speaks, the question, and options with the key first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            L1 | true  | Which step is right? | Use a queue with retries and dead letters | Use a queue | Use a topic | Use a disk
            L1 | false | Which step is right? | Use a `very-long-name-of-a-parameter=true` queue now | Use a queue with care | Use a topic with care | Use a disk with care
            L2 | true  | Which step is right? | Wait | Use a queue with retries | Use a topic with retries | Use a disk with retries
            L3 | true  | Which step is right? | Use a queue | Use a disk | Use a topic | All of the above
            L3 | false | Which step is right? | Use a queue | Use a disk | Use a topic | Encrypt all of the disks above 5 GB
            L3 | true  | Which step is right? | Use a queue | Use a disk | Use a topic | All of these options are correct.
            L3 | false | Which step is right? | Use a queue | Use a disk | Use a topic | Stop all those options of the disk
            L4 | true  | Which step is right? | Use a queue | Use a disk | Use a topic | None of the above
            L4 | false | Which value is right? | None | Some | Many | Full
            L5 | true  | Which step does not help? | Use a queue | Use a disk | Use a topic | Wait for it
            L5 | true  | All of these help EXCEPT: | Use a queue | Use a disk | Use a topic | Wait for it
            L5 | false | Which role follows least privilege? | Use a queue | Use a disk | Use a topic | Wait for it
            L5 | false | Which way has the LEAST operational overhead? | Use a queue | Use a disk | Use a topic | Wait for it
            L5 | false | The disk is not big. Which step helps? | Use a queue | Use a disk | Use a topic | Wait for it
            L5 | false | Which step makes sure that data is not lost? | Use a queue | Use a disk | Use a topic | Wait for it
            L5 | true  | If the key is lost, which step does not help? | Use a queue | Use a disk | Use a topic | Wait for it
            L5 | true  | Which step is NOT taken when a key is lost? | Use a queue | Use a disk | Use a topic | Wait for it
            L6 | true  | Which step does not help? | Use a queue | Use a disk | Use a topic | Wait for it
            L6 | false | Which step does **not** help? | Use a queue | Use a disk | Use a topic | Wait for it
            L6 | false | Which step does NOT help? | Use a queue | Use a disk | Use a topic | Wait for it
            L7 | true  | Which step is right? | Use a queue | Always wait | Never wait | Use a disk
            L7 | false | Which step is right? | Use a queue | Use a read-only disk | Copy it to all Regions | Wait in all Availability Zones
            L8 | true  | Which step is right? | Usually wait | Use a disk | Use a topic | Wait for it
            L8 | false | Which day is right? | 3 May 2021 | 4 May 2021 | 5 May 2021 | 6 May 2021
            L9 | true  | Which step encrypts disks? | Use the encrypting tool | Use a topic | Use a table | Wait for it
            L9 | false | Which step encrypts disks? | Use the encrypting tool | Encrypt the table | Use a table | Wait for it
            L10 | true  | How big? | 1 TB | 5 GB | 20 GB | 500 MB
            L10 | false | How big? | 500 MB | 5 GB | 20 GB | 1 TB
            L10 | false | How big? | 1 TB | 20 GB | 5 GB | 500 MB
            L10 | true  | Which day? | 2020-03-01 | 2020-02-01 | 2020-04-01 | 2020-05-01
            L10 | true  | Which day? | 3 May 2020 | 1 June 2019 | 2 July 2020 | 9 May 2018
            L10 | true  | Which day? | May 3, 2020 | June 1, 2019 | July 2, 2020 | Aug 9, 2018
            L10 | false | Which day? | 9 May 2018 | 1 June 2019 | 3 May 2020 | 2 July 2020
            L11 | true  | How long? | 1–10 days | 10–20 days | 21–30 days | 31–40 days
            L11 | false | How long? | less than 10 days | 10 to 20 days | 21 to 30 days | more than 30 days
            L11 | false | Which day? | 2020-01-05 | 2020-02-05 | 2020-03-05 | 2020-04-05
            L11 | false | Which network? | 10.0.0.0/16 | 10.0.0.0/20 | 10.0.0.0/24 | 10.0.0.0/28
            L12 | true  | Which step is right? | Use a queue | use a Queue. | Use a topic | Wait for it
            L12 | true  | Which step is right? | Use a queue | Use a queue twice | Use a topic | Wait for it
            L12 | true  | Which step is right? | Add `kms:Decrypt` to the role | Add `kms:Decrypt` to the role. | Use a topic | Wait for it
            L12 | false | Which code is right? | `S` | `s` | `M` | `L`
            L13 | true  | Which step is right? | Use a queue | Use a disk | Both A and B | Wait for it
            L13 | true  | Which step is right? | A and C | Use a disk | Use a topic | Wait for it
            L13 | true  | Which step is right? | I, II and IV | Use a disk | Use a topic | Wait for it
            L13 | false | Which step is right? | Copy it to both Regions | Use a disk | Use a topic | Wait for it
            L14 | true  | Is it right? | Yes, because it is | No, because it is not | Use a topic | Wait for it
            L14 | false | Which step is right? | No servers are needed | No disks are needed | Use a topic | Wait for it
            L15 | true  | The team should use an: | index | queue | table | disk
            L15 | false | The team should use an: | S3 bucket | index | hour | answer
            L15 | true  | The needed parts are: | two queues | one table | a disk | a network
            L16 | true  | Databases in the cloud. | Use a queue | Use a disk | Use a topic | Wait for it
            L16 | false | The team should: | use a queue | use a disk | use a topic | wait for it
            L17 | true  | Use ____ to store files. | a queue | a disk | a topic | a table
            L17 | false | What does __init__ do? | Use a queue | Use a disk | Use a topic | Wait for it
            L17 | false | To store files, use ____. | a queue | a disk | a topic | a table
            L19 | true  | Which step is right? | Use a queue. | Use a disk | Use a topic | Wait for it
            L19 | true  | Which step is right? | use a queue | Use a disk | Use a topic | Wait for it
            L19 | true  | Which step is right? | Using a queue | Use a disk | Use a topic | Wait for it
            L19 | true  | Which step is right? | `wait` | `stop` it | Use a topic | Wait for it
            L24 | true  | Which way is best? | Use a queue | Use a disk | Use a topic | Wait for it
            L24 | false | Which way is the most cost-effective? | Use a queue | Use a disk | Use a topic | Wait for it
            L24 | false | Which best practice fits? | Use a queue | Use a disk | Use a topic | Wait for it
            L25 | true  | Which step is right? | Use Amazon Teapot | Use a disk | Use a topic | Wait for it
            L25 | true  | Which step is right? | Use Amazon Elasticsearch Service | Use a disk | Use a topic | Wait for it
            L25 | false | Which AWS Region is right? | Use Amazon S3 | Use AWS KMS | Use Amazon OpenSearch Service | Wait for it
            L26 | true  | What does ![](plan.png) show? | Use a queue | Use a disk | Use a topic | Wait for it
            L26 | false | What does ![a plan of the network](plan.png) show? | Use a queue | Use a disk | Use a topic | Wait for it
            L26 | true  | What does the red box mean? | Use a queue | Use a disk | Use a topic | Wait for it
            L26 | false | What does a blue/green deployment need? | Use a queue | Use a disk | Use a topic | Wait for it
            """)
    void aRuleSpeaksOnlyOfItsFlaw(Rule rule, boolean speaks, String question, String a, String b, String c, String d) {
        assertThat(finds(rule, Items.of(question, a, b, c, d)))
                .isEqualTo(speaks && !(rule == Rule.L19 && b.contains("`stop`")));
    }

    @Test
    void placesPointIntoTheMarkdown() {
        ItemText item = Items.of("Take `not` as a name. Which step does **not** help?", PLAIN);
        Finding.Place place = findings(item, Rule.L5).get(0).place();
        assertThat(item.question().substring(place.from(), place.to())).isEqualTo("not");
        assertThat(place.from()).isGreaterThan(item.question().indexOf("**"));
    }

    @Test
    void l22NamesWhatAReferenceLacks() {
        ItemText item = Items.of("Which step is right?", PLAIN);
        assertThat(finds(Rule.L22, item)).isFalse();
        ItemText bare = Items.references(item, List.of(new ItemReference("r1", "", "", "", null)));
        assertThat(findings(bare, Rule.L22))
                .extracting(Finding::message)
                .containsExactly("found.noUrl", "found.noQuote", "found.noAccessDate");
        ItemText old = Items.references(
                item,
                List.of(new ItemReference(
                        "r1", "", "https://evil.org/docs.example.org", "It", Items.TODAY.minusDays(181))));
        assertThat(findings(old, Rule.L22))
                .extracting(Finding::message)
                .containsExactly("found.otherHost", "found.oldReference");
    }

    @Test
    void anEmptyDraftIsNotDrownedInRemarks() {
        assertThat(linter.check(ItemText.EMPTY, Items.CONTEXT))
                .extracting(Finding::rule)
                .containsExactly(Rule.L16, Rule.L22);
        ItemText begun = Items.of("Which step is right?", "Use a queue with retries and dead letters", "", "", "");
        assertThat(linter.check(begun, Items.CONTEXT)).isEmpty();
    }

    @Property(tries = 200)
    void noTextIsTooMuch(
            @ForAll("texts") String scenario,
            @ForAll("texts") String question,
            @ForAll("texts") String a,
            @ForAll("texts") String b,
            @ForAll("texts") String c) {
        ItemText item = Items.of(question, a, b, c);
        ItemReference reference = new ItemReference("r1", b, a, c, null);
        ItemText all = new ItemText(scenario, question, item.options(), List.of(reference));
        for (Finding finding : linter.check(all, Items.CONTEXT)) {
            assertThat(finding.place().from())
                    .isLessThanOrEqualTo(finding.place().to());
            assertThat(finding.key()).startsWith("linter.found.");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> garbage = Arbitraries.of(
                "`", "```", "~~~\n", "**", "_", "____", "![](", "]", "1", "2,000", " GB", " to ", "A and B", "\uD83D",
                "\uDE00", "😀", "not ", "a ", ":", "?", ".", "\n", "\r", "\0", "AWS Ä", "İ", "ß");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                garbage.list().ofMaxSize(40).map(parts -> String.join("", parts)));
    }

    @ParameterizedTest
    @CsvSource({"`", "_", "1", "' '", "'1,'", "'. '", "'a '", "'I, '", "'![ '", "'AWS A'", "'``` '", "'A, '", "'~~~\n'"
    })
    void longTextsTakeFiniteTime(String piece) {
        String text = piece.repeat(20_000 / piece.length());
        ItemText item = Items.of(text, text, text + "a", text + "b");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> linter.check(Items.scenario(item, text), Items.CONTEXT)))
                .isNull();
    }

    @Test
    void wordListsWithAGapAreRefusedWithTheirLine() {
        String services = "name,aliases,replaced_by,year,source\nAmazon S3,,,,\n";
        String words = "exam,kind,word\n*,negative,not\n";
        assertThat(ExamWords.parse("X", services, words).names()).containsExactly("Amazon S3");
        refused(services + ",,,,\n", words, "line 3");
        refused(services + "Amazon Old,,Amazon New,,https://example.org\n", words, "Amazon New");
        refused(services + "Amazon Old,,Amazon S3,2020,\n", words, "line 3");
        refused(services, words + "*,nonsense,x\n", "line 3");
        refused(services, words + "*,negative\n", "line 3");
        refused(services, "kind,word\n", "header");
    }

    @Test
    void whatIsRetiredNamesAnOfficialPageAndAYearOnlyWhereThatTellsIt() {
        assertThat(ExamWords.of("X").retiredServices()).hasSizeGreaterThan(10).allSatisfy(retired -> {
            assertThat(retired.source()).startsWith("https://");
            assertThat(retired.year()).matches("(20\\d\\d)?");
            assertThat(retired.by()).isNotEqualTo(retired.name());
        });
        ItemText item =
                Items.scenario(Items.of("Which one fits?", "Use", "Wait", "Call", "Move"), "It runs on AWS OpsWorks.");
        assertThat(linter.check(item, Items.CONTEXT))
                .extracting(Finding::message)
                .contains("found.retiredService");
    }

    private static void refused(String services, String words, String because) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ExamWords.parse("X", services, words))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(because);
    }

    static ItemText keyAt(ItemText item, int place) {
        List<ItemOption> options = new java.util.ArrayList<>(item.options());
        java.util.Collections.swap(options, 0, place);
        return Items.options(item, options);
    }
}
