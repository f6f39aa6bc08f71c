package org.smeportal.smes;

import java.util.Arrays;
import java.util.List;

/** What an SME may need, of what many people need (R1.5); anything else they say in their own words. */
public enum Need {
    VEGETARIAN(true),
    VEGAN(true),
    HALAL(true),
    KOSHER(true),
    GLUTEN_FREE(true),
    LACTOSE_FREE(true),
    NO_NUTS(true),
    NO_SEAFOOD(true),
    STEP_FREE(false),
    WHEELCHAIR(false),
    HEARING_LOOP(false),
    CAPTIONS(false),
    LARGE_PRINT(false),
    SCREEN_READER(false),
    QUIET_ROOM(false);

    private final boolean diet;

    Need(boolean diet) {
        this.diet = diet;
    }

    public boolean isDiet() {
        return diet;
    }

    public static List<Need> diets() {
        return Arrays.stream(values()).filter(Need::isDiet).toList();
    }

    public static List<Need> access() {
        return Arrays.stream(values()).filter(need -> !need.isDiet()).toList();
    }
}
