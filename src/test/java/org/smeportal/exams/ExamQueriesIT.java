package org.smeportal.exams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smeportal.testing.Rig;

/** Reading the catalogue takes as many statements for many exams as for few. */
class ExamQueriesIT {

    @Test
    void theListTakesTwoStatementsAt10AndAt1000ExamsAndTheChoicesOne() {
        try (Rig rig = Rig.start()) {
            insert(rig, 1, 10);
            assertThat(statements(rig, () -> rig.get(ExamQueries.class).list())).isEqualTo(2);
            assertThat(statements(rig, () -> rig.get(ExamQueries.class).choices()))
                    .isEqualTo(1);
            insert(rig, 11, 1000);
            assertThat(statements(rig, () -> rig.get(ExamQueries.class).list())).isEqualTo(2);
            assertThat(statements(rig, () -> rig.get(ExamQueries.class).choices()))
                    .isEqualTo(1);
            assertThat(rig.get(ExamQueries.class).list())
                    .hasSize(1000)
                    .allSatisfy(exam -> assertThat(exam.domains())
                            .singleElement()
                            .satisfies(domain -> assertThat(domain.tasks())
                                    .extracting(ExamQueries.Task::statement)
                                    .containsExactly("Choose", "Run")));
        }
    }

    private static int statements(Rig rig, Runnable read) {
        rig.statements().reset();
        read.run();
        return rig.statements().count();
    }

    private static void insert(Rig rig, int from, int to) {
        rig.update("""
                insert into exam (code, name, level, version_year)
                with recursive n (i) as (select ?1 union all select i + 1 from n where i < ?2)
                select concat('X', i), concat('Exam ', i), 'Associate', 2020 from n""", from, to);
        rig.update("""
                insert into exam_domain (exam_id, number, name, weight_percent)
                select id, 1, 'All of it', 100 from exam x
                where not exists (select 1 from exam_domain d where d.exam_id = x.id)""");
        rig.update("""
                insert ignore into exam_task (exam_id, domain, number, statement)
                select id, 1, 2, 'Run' from exam union all select id, 1, 1, 'Choose' from exam""");
    }
}
