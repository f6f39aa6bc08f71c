package org.smeportal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown that people wrote (CommonMark with tables), as HTML that is safe to show: what the renderer makes of it passes a
 * list of allowed elements. Only {@code t:markdown} shows it unescaped. Its headings begin below that of the page.
 */
@Named
@ApplicationScoped
public class Markdown {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final int DEEPEST = 20;
    private static final Map<String, String> HEADINGS = Map.of("h1", "h2", "h2", "h3", "h3", "h4", "h4", "h5");

    private static final Parser PARSER = Parser.builder()
            .extensions(TABLES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .extensions(TABLES)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();
    private static final Pattern WHOLE_LINK = Pattern.compile("(?i)(https://|mailto:)\\S+");
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    (element, attributes) -> HEADINGS.getOrDefault(element, element),
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6")
            .allowElements("p", "br", "hr", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote")
            .allowElements("table", "thead", "tbody", "tr", "th", "td", "a")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,6}"))
            .onElements("ol")
            .allowUrlProtocols("https", "mailto")
            .allowAttributes("href")
            .matching(WHOLE_LINK)
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();
    private static final Set<Class<? extends Node>> HOLDERS =
            Set.of(Document.class, BlockQuote.class, ListItem.class, TableBlock.class);

    public String html(String source) {
        return ALLOWED.sanitize(HTML.render(PARSER.parse(source)));
    }

    /** The words alone, one entry for each paragraph, heading, point of a list and row of a table: for comparing. */
    public static List<String> paragraphs(String source) {
        List<String> paragraphs = new ArrayList<>();
        collect(PARSER.parse(source), paragraphs);
        return paragraphs;
    }

    private static void collect(Node node, List<String> paragraphs) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (holdsBlocks(child)) {
                collect(child, paragraphs);
            } else {
                String text = TEXT.render(child).strip().replaceAll("\\s+", " ");
                if (!text.isEmpty()) {
                    paragraphs.add(text);
                }
            }
        }
    }

    private static boolean holdsBlocks(Node node) {
        boolean partOfTable = node.getParent() instanceof TableBlock && !(node instanceof TableRow);
        return HOLDERS.contains(node.getClass()) || node instanceof ListBlock || partOfTable;
    }
}
