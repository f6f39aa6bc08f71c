package org.smeportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.kernel.EmailAddress;
import org.smeportal.kernel.Refused;

/** The life of a message. */
class OutboxMessageTest {

    private static final Instant NOW = Instant.parse("2020-02-03T09:00:00Z");

    private final OutboxMessage message = new OutboxMessage(
            NewMessage.of("invite", 1, "invite.1", new EmailAddress("ana@example.org"), "Ana"), "example.org", NOW);

    @Test
    void thePausesDoubleUpToSixHoursAndTheTwelfthTryIsTheLast() {
        List<Long> minutes = new ArrayList<>();
        for (int attempt = 1; attempt < OutboxMessage.MOST_ATTEMPTS; attempt++) {
            assertThat(message.claim(NOW.plusSeconds(300))).isTrue();
            message.postpone("451 later", NOW);
            minutes.add(Duration.between(NOW, message.notBefore()).toMinutes());
        }
        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L);
        message.claim(NOW.plusSeconds(300));
        message.postpone("451 later", NOW);
        assertThat(message.state()).isEqualTo(OutboxState.FAILED);
        assertThat(message.lastError()).isEqualTo("451 later");
    }

    @Test
    void whatNeverComesBackFromTheMailServerIsNotSentForEver() {
        for (int attempt = 1; attempt <= OutboxMessage.MOST_ATTEMPTS; attempt++) {
            assertThat(message.claim(NOW)).isTrue();
        }
        assertThat(message.claim(NOW)).isFalse();
        assertThat(message.state()).isEqualTo(OutboxState.FAILED);
    }

    @Test
    void aRetryStartsTheTriesAnewButIsRefusedForWhatWaitsOrIsOut() {
        assertThatThrownBy(() -> message.retry(NOW)).isInstanceOf(Refused.class);
        message.claim(NOW);
        message.bounce("550 no such mailbox");
        message.retry(NOW.plusSeconds(60));
        assertThat(message.state()).isEqualTo(OutboxState.QUEUED);
        assertThat(message.notBefore()).isEqualTo(NOW.plusSeconds(60));
        assertThat(message.attempts()).isEqualTo(1);
        message.claim(NOW);
        assertThat(message.deliver(OutboxState.SENT, NOW)).isTrue();
        assertThat(message.deliver(OutboxState.SENT, NOW)).isFalse();
        assertThatThrownBy(() -> message.retry(NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void aLongErrorOfSeveralLinesBecomesOneThatFits() {
        message.claim(NOW);
        message.bounce("550-first\r\n550 second " + "x".repeat(600));
        assertThat(message.lastError()).startsWith("550-first 550 second x").hasSize(500);
    }
}
