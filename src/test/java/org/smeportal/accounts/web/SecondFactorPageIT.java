package org.smeportal.accounts.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.PageTest;
import org.smeportal.testing.SecondFactorCodes;

/** R1.4 as its user sees it: scan, type, keep the codes, sign in with a code and with a recovery code; sign out elsewhere. */
class SecondFactorPageIT extends PageTest {
    private static final String FACTOR = "/app/accounts/second-factor";
    private static final String SESSIONS = "/app/accounts/sessions";

    @Test
    void anSmeSetsItUpSignsInWithACodeThenWithARecoveryCodeAndSwitchesItOff() throws Exception {
        String email = "factor-sme@example.org";
        account(email, "Ana Silva", "SME");
        signIn(page, FACTOR + "?from=/app/items/my-items", email, PASSWORD);
        assertThat(page.locator("#asked")).containsText("You are about to open an item.");
        axe(page);
        page.locator("#begin").click();
        assertThat(page.locator("#asked")).isVisible();
        axe(page);
        page.navigate(FACTOR);
        byte[] key = new Base32().decode(page.locator("#key").innerText().replace(" ", ""));
        assertThat(scanned())
                .contains("secret=" + new Base32().encodeAsString(key).replace("=", ""), "factor-sme%40example.org");

        page.navigate(FACTOR + "?from=/app/items/my-items");
        page.locator("#firstCode").fill("12345");
        page.locator("#confirm").click();
        assertThat(page.locator(".field-error")).containsText("This code does not fit the key.");
        assertThat(page.locator("#firstCode")).hasValue("12345");
        page.locator("#firstCode").fill(SecondFactorCodes.now(key));
        page.locator("#confirm").click();
        List<String> codes =
                page.locator("#recovery textarea").inputValue().lines().toList();
        assertThat(codes).hasSize(10);
        axe(page);
        Download file =
                page.waitForDownload(() -> page.getByText("Save as a file").click());
        assertThat(new String(file.createReadStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join("\n", codes));
        page.locator("#kept").click();
        assertThat(page).hasURL(portal.url("/app/items/my-items"));
        page.navigate(FACTOR);
        assertThat(page.locator("#recovery")).hasCount(0);

        signOut();
        page.navigate(SESSIONS);
        type(page, email, PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in-code\\?from=.*"));
        axe(page);
        page.locator("#code").fill("000 000");
        page.locator("#confirm").click();
        assertThat(page.locator(".field-error")).containsText("This code does not fit, or was used already.");
        page.locator("#code").fill(SecondFactorCodes.next(key));
        page.locator("#confirm").click();
        assertThat(page).hasURL(portal.url(SESSIONS));
        assertThat(page.locator("tbody")).containsText("With a code");

        signOut();
        Page phone = phone();
        phone.navigate(FACTOR);
        type(phone, email, PASSWORD);
        phone.getByText("Use a recovery code").click();
        axe(phone);
        phone.locator("#recoveryCode").fill(codes.get(0).toLowerCase(java.util.Locale.ROOT));
        phone.locator("#confirm").click();
        assertThat(phone).hasURL(portal.url(FACTOR));
        assertThat(phone.locator(".messages")).containsText("that recovery code is used up");
        assertThat(phone.locator(".facts")).containsText("9 recovery codes left");
        axe(phone);
        phone.locator("#proof").fill(PASSWORD);
        phone.locator("#switchOff").click();
        assertThat(phone.locator(".messages")).containsText("The second factor is off.");
    }

    /** The picture on the screen, read as a phone reads it. */
    private String scanned() throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(page.locator("svg.qr").screenshot()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no QR code in the picture", e);
        }
    }

    private void signOut() {
        signOut(page);
        assertThat(page).hasURL(portal.url("/"));
    }

    @Test
    void ofTwoBrowsersOneSignsTheOtherOutAndThenItselfEverywhere() {
        String email = "sessions-sme@example.org";
        account(email, "Noor Haddad", "SME");
        Page other = phone();
        signIn(other, "/app/accounts/profile", email, PASSWORD);
        signIn(page, SESSIONS, email, PASSWORD);
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").first()).containsText("This one");
        axe(page);
        page.locator("tbody button, tbody input[type=submit]").first().click();
        assertThat(page.locator(".messages")).containsText("That browser is signed out.");
        assertThat(page.locator("tbody tr")).hasCount(1);
        other.reload();
        assertThat(other).hasURL(Pattern.compile(".*/sign-in\\?from=.*"));

        page.locator("#endAll").click();
        assertThat(page.locator(".messages")).containsText("You are signed out everywhere.");
        page.navigate(SESSIONS);
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?from=.*"));
    }

    @Test
    void anAdministratorSeesASecondFactorAndRemovesALostOneWithAReason() {
        String lost = "factor-lost@example.org";
        account("factor-admin@example.org", "Ada Winter", "ADMIN");
        long id = account(lost, "Priya Nair", "PM");
        portal.rig()
                .update(
                        "insert into second_factor (account_id, sealed_key, begun_at, confirmed_at)"
                                + " values (?1, 'x', utc_timestamp(6), utc_timestamp(6))",
                        id);
        Object publicId = portal.rig()
                .rows("select public_id from account where id = ?1", id)
                .get(0);
        signIn(page, "/app/accounts/account-edit/" + publicId, "factor-admin@example.org", PASSWORD);
        page.locator("#removeFactor").click();
        assertThat(page.locator(".field-error")).containsText("A reason is missing");
        axe(page);
        page.locator("#reason").fill("Called back on the known number");
        page.locator("#removeFactor").click();
        assertThat(page.locator(".messages")).containsText("The second factor is removed");
        page.navigate("/app/accounts/account-edit/" + publicId);
        assertThat(page.locator("main")).containsText("Signing in asks for the password only.");
        assertThat(portal.rig()
                        .count(
                                "select count(*) from outbox_message where recipient = ?1 and kind = 'account-notice'",
                                lost))
                .isEqualTo(1);
    }
}
