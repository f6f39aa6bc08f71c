package org.smeportal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.smeportal.kernel.Refused;

/** The sentences of the portal: {@code #{text.of('events.seats', 6, 9)}} on pages, injected in mails and messages. */
@Named
@ApplicationScoped
public class Text {

    private final ResourceBundle bundle = new MessageBundle();

    public String of(String key, Object... arguments) {
        String pattern = bundle.containsKey(key) ? bundle.getString(key) : key;
        return arguments.length == 0 && pattern.indexOf('\'') < 0 && pattern.indexOf('{') < 0
                ? pattern
                : new MessageFormat(pattern, Locale.ENGLISH).format(translated(arguments));
    }

    public String of(Refused refused) {
        return of(refused.key(), refused.arguments());
    }

    /** An enum constant is shown by its text: {@code EventStatus.PLANNED} has the key {@code EventStatus.PLANNED}. */
    public String ofConstant(Enum<?> constant) {
        return of(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    private Object[] translated(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Enum<?> constant ? ofConstant(constant) : argument)
                .toArray();
    }
}
