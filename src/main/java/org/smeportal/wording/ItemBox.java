package org.smeportal.wording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.smeportal.security.SecretBox;

/** Everything that an item says, and what is said about it, sealed under one purpose (R9.4). */
@Singleton
public class ItemBox {
    private static final String PURPOSE = "items";

    private final SecretBox box;

    @Inject
    public ItemBox(SecretBox box) {
        this.box = box;
    }

    public String seal(String context, String text) {
        return seal(context, text.getBytes(StandardCharsets.UTF_8));
    }

    public String seal(String context, byte[] plain) {
        return box.seal(PURPOSE, context, plain);
    }

    public String open(String context, String sealed) {
        return new String(bytes(context, sealed), StandardCharsets.UTF_8);
    }

    public byte[] bytes(String context, String sealed) {
        return box.open(PURPOSE, context, sealed);
    }

    /** How everything begins that the present secret sealed. */
    public String beginning() {
        return box.beginning();
    }
}
