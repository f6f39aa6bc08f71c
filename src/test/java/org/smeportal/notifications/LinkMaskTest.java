package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No token that lets its holder act is left in what the outbox page shows. */
class LinkMaskTest {

    private static final String TOKEN = "k1.5f.AbC_d-9xYz0123456789AA.rs4k2o.0123456789abcdefABCDEF_-0123456789abcdef";

    @Test
    void tokensInTextHtmlAndFoldedCalendarLinesAreCovered() {
        String link = "https://portal.example.org/rsvp/" + TOKEN;
        String set = "https://portal.example.org/set-password/" + TOKEN;
        Mail masked = LinkMask.masked(new Mail(
                "Hello",
                "Yes: " + link + "?answer=yes\nPassword: " + set + "\n",
                "<a href=\"" + link + "?answer=no&amp;x=1\">No</a>",
                new Mail.Calendar(
                        "REQUEST",
                        "DESCRIPTION:Answer: " + link.substring(0, 50) + "\r\n " + link.substring(50)
                                + "\\nThe end\r\n")));
        assertThat(masked.toString()).doesNotContain("AbC_d", "0123456789", "answer=");
        assertThat(masked.text())
                .isEqualTo("Yes: https://portal.example.org/rsvp/••••\n"
                        + "Password: https://portal.example.org/set-password/••••\n");
        assertThat(masked.html()).isEqualTo("<a href=\"https://portal.example.org/rsvp/••••\">No</a>");
        assertThat(masked.calendars().get(0).content()).endsWith("/rsvp/••••\\nThe end\r\n");
    }

    @Test
    void linksThatChooseMailsAreCoveredInTextAndHeaders() {
        Mail masked = LinkMask.masked(new Mail(
                "Hello",
                "https://portal.example.org/mail-preferences/" + TOKEN,
                "",
                java.util.List.of(),
                java.util.Map.of("List-Unsubscribe", "<https://portal.example.org/mail-one-click/" + TOKEN + ">")));
        assertThat(masked.text()).isEqualTo("https://portal.example.org/mail-preferences/••••");
        assertThat(masked.headers())
                .containsEntry("List-Unsubscribe", "<https://portal.example.org/mail-one-click/••••>");
    }

    @Test
    void otherLinksStay() {
        Mail mail = new Mail("S", "https://meet.example.org/room/42", "<p>https://portal.example.org/badges/1</p>");
        assertThat(LinkMask.masked(mail)).isEqualTo(mail);
        assertThat(LinkMask.links(mail.text() + " " + mail.text())).containsExactly("https://meet.example.org/room/42");
    }
}
