package org.smeportal.pipeline;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smeportal.items.ItemViews;
import org.smeportal.items.ReadItem;
import org.smeportal.kernel.AuditedCommand;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Permission;
import org.smeportal.security.Requires;

/** An item for paper: the only page of an item that prints (R9.3); who asked for it is in the access record and the trail. */
@UseCase
@Requires(Permission.PRINT_ITEMS)
public class PrintItem {
    private final ReadItem read;

    @Inject
    public PrintItem(ReadItem read) {
        this.read = read;
    }

    /** {@code revision} null is the last one. */
    public record Wanted(UUID item, @Nullable Integer revision) implements AuditedCommand {
        @Override
        public String auditSubject() {
            return "item:" + item;
        }

        @Override
        public @Nullable String auditDetail() {
            return revision == null ? null : revision.toString();
        }
    }

    public ReadItem.Reading print(Wanted wanted) {
        return read.read(wanted.item(), wanted.revision(), ItemViews.ViewKind.PRINT);
    }
}
