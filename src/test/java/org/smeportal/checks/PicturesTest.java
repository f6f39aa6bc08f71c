package org.smeportal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.wording.ItemOption;
import org.smeportal.wording.ItemText;

class PicturesTest {
    @Test
    void alternativeTextsStandInTheOrderOfTheItemAndAMissingOneIsEmpty() {
        ItemText text = new ItemText(
                "Look at ![two queues](https://x.example.org/a.png) and ![](b.png).",
                "No [link](c) is an image.",
                List.of(new ItemOption("a", "![ a table ](d.png)", true, "", "")),
                List.of());
        assertThat(Pictures.alternatives(text)).containsExactly("two queues", "", "a table");
        assertThat(Pictures.alternatives(ItemText.EMPTY)).isEmpty();
    }
}
