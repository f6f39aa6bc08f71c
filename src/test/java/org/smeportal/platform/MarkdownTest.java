package org.smeportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown becomes HTML that is safe to show, whatever somebody typed. */
class MarkdownTest {
    private final Markdown markdown = new Markdown();

    @Test
    void headingsListsEmphasisAndTablesBecomeHtml() {
        assertThat(markdown.html("# One\n\nSome **bold** and *soft* words.\n\n- a\n- b\n\n3. c\n4. d\n\n> said"))
                .contains("<h2>One</h2>", "<strong>bold</strong>", "<em>soft</em>", "<li>a</li>", "<ol start=\"3\">")
                .contains("<blockquote>");
        assertThat(markdown.html("| a | b |\n|---|---|\n| 1 | 2 |")).contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @Test
    void headingsBeginBelowTheOneOfThePage() {
        assertThat(markdown.html("# a\n\n## b\n\n### c"))
                .contains("<h2>a", "<h3>b", "<h4>c")
                .doesNotContain("<h1");
    }

    @Test
    void linksLeadToSafePlacesAndTellThemNothing() {
        assertThat(markdown.html("[more](https://example.org/a?b=1)"))
                .contains("href=\"https://example.org/a?b&#61;1\"", "noopener", "noreferrer", "nofollow");
        assertThat(markdown.html("[write](mailto:office@example.org)")).contains("href=\"mailto:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example></sCrIpT>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](vbscript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "![x](https://evil.example/track.gif)",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<style>body{display:none}</style>",
                "<div style=\"position:fixed\" onclick=alert(1)>x</div>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<p><b><i><script>alert(1)</script></i></b></p>",
                "> <form action=https://evil.example><input name=password></form>",
                "[x](https://a.example/\"onmouseover=alert(1))",
                "<https://a.example/\" onclick=alert(1)>",
                "```\"><script>alert(1)</script>\nx\n```",
                "<!-- --><script>alert(1)</script>",
                "<base href=https://evil.example>",
                "<meta http-equiv=refresh content=0>"
            })
    void nothingThatRunsLoadsOrDressesUpGetsThrough(String typed) {
        String html = markdown.html(typed).toLowerCase(Locale.ROOT);
        assertThat(html)
                .doesNotContain("<script", "<img", "<svg", "<iframe", "<style", "<form", "<input", "<base", "<meta");
        assertThat(html).doesNotContainPattern("<[^>]*\\s(on\\w+|style|src|srcdoc|class|id)\\s*=");
        assertThat(html).doesNotContainPattern("href=\"(?!https:|mailto:)");
    }

    @Test
    void htmlThatSomebodyTypedIsShownAsTyped() {
        assertThat(markdown.html("a <b>b</b> & c")).contains("&lt;b&gt;b&lt;/b&gt; &amp; c");
    }

    @Test
    void hugeAndDeepInputIsAnsweredInTime() {
        assertThat(markdown.html("word ".repeat(60_000))).hasSizeGreaterThan(200_000);
        assertThat(markdown.html(">".repeat(30_000) + " x")).contains("x");
        assertThat(markdown.html("- ".repeat(20_000) + "x")).contains("x");
        assertThat(markdown.html("[".repeat(20_000) + "x")).contains("x");
        assertThat(markdown.html("*a **b ".repeat(10_000))).contains("b");
        assertThat(markdown.html("<b>".repeat(20_000))).contains("&lt;b&gt;");
    }

    @Test
    void emptyAndStrangeTextsAreTexts() {
        assertThat(markdown.html("")).isEmpty();
        assertThat(markdown.html("\u0000\u202E\uFFFF")).doesNotContain("\u0000");
    }

    @Test
    void paragraphsAreTheWordsAlone() {
        List<String> all = Markdown.paragraphs(
                "# One\n\nSome **bold**\nwords.\n\n- a\n- b\n  1. c\n\n| x | y |\n|---|---|\n| 1 | 2 |");
        assertThat(all).startsWith("One", "Some bold words.", "a", "b", "c").hasSize(7);
        assertThat(all.get(5)).contains("x", "y");
        assertThat(all.get(6)).contains("1", "2");
    }
}
