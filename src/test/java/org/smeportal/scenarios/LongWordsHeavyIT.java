package org.smeportal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smeportal.security.Role;

/**
 * Every page still fits where names, titles and reasons are one word as long as may be entered: in some languages they nearly
 * are, and an address in the web is. What is sealed or sorted by (items, the audit trail, mails) keeps its words.
 */
class LongWordsHeavyIT extends EveryPage {
    private static final String WORD =
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstand";

    private static final String COLUMNS = """
            select concat(c.table_name, ' ', c.column_name, ' ', least(c.character_maximum_length, %d) - 4)
            from information_schema.columns c join information_schema.columns k
                on k.table_schema = c.table_schema and k.table_name = c.table_name and k.column_name = 'id'
            where c.table_schema = database() and c.data_type = 'varchar' and c.column_name in ('name', 'title', 'label',
                'note', 'reason', 'text', 'employer', 'certificate', 'city')
                and c.table_name not like 'outbox%%' and c.table_name not like 'audit%%'
            order by c.table_name, c.column_name""".formatted(WORD.length());

    private record Column(String table, String name, int length) {
        String kept() {
            return "kept_" + table + "_" + name;
        }
    }

    private final List<Column> columns = new ArrayList<>();

    @BeforeEach
    void putLongWords() {
        for (Object row : portal.rig().rows(COLUMNS)) {
            String[] parts = row.toString().split(" ");
            Column column = new Column(parts[0], parts[1], Integer.parseInt(parts[2]));
            portal.rig()
                    .update("create table %s as select id, %s as words from %s"
                            .formatted(column.kept(), column.name, column.table));
            columns.add(column);
            portal.rig()
                    .update("update %s set %s = concat(left('%s', %d), lpad(id %% 10000, 4, '0')) where %s is not null"
                            .formatted(column.table, column.name, WORD, column.length, column.name));
        }
        assertThat(columns).hasSizeGreaterThan(20);
    }

    @AfterEach
    void putWordsBack() {
        for (Column column : columns) {
            portal.rig()
                    .update("update %s t join %s k on k.id = t.id set t.%s = k.words"
                            .formatted(column.table, column.kept(), column.name));
            portal.rig().update("drop table " + column.kept());
        }
    }

    @Test
    void publicPages() throws IOException {
        visit(200, publicAddresses(), EveryPage::fitsAtEachWidth, page);
    }

    @ParameterizedTest
    @CsvSource({"SME, sme@example.org", "PM, pm@example.org", "ADMIN, admin@example.org"})
    void pagesOf(Role role, String email) throws IOException {
        signIn(page, "/app/home", email, PASSWORD);
        visit(200, addressesOf(role, false), EveryPage::fitsAtEachWidth, page);
    }
}
