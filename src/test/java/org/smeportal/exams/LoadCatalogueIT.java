package org.smeportal.exams;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smeportal.testing.Rig;

/** The catalogue comes into the database at every start and is the same after each. */
class LoadCatalogueIT {

    @Test
    void loadingTwiceGivesTheSameRowsAndEveryBlueprintAddsUpTo100() {
        try (Rig rig = Rig.start()) {
            rig.get(LoadCatalogue.class).load();
            List<ExamQueries.Row> once = rig.get(ExamQueries.class).list();
            rig.get(LoadCatalogue.class).load();
            List<ExamQueries.Row> twice = rig.get(ExamQueries.class).list();
            assertThat(once).isNotEmpty().isEqualTo(twice);
            assertThat(twice)
                    .allSatisfy(exam -> assertThat(exam.totalWeight()).isEqualByComparingTo(new BigDecimal(100)));
            assertThat(twice)
                    .filteredOn(exam -> exam.code().equals("SAP-C01"))
                    .singleElement()
                    .satisfies(exam -> {
                        assertThat(exam.name()).isEqualTo("Solutions Architect");
                        assertThat(exam.level()).isEqualTo("Professional");
                        assertThat(exam.versionYear()).isEqualTo(2019);
                        assertThat(exam.domains().get(0).percent()).isEqualTo("12.5");
                    });
        }
    }

    @Test
    void aChangedNameOrWeightOfTheCatalogueComesBackWithTheNextLoad() {
        try (Rig rig = Rig.start()) {
            rig.get(LoadCatalogue.class).load();
            List<ExamQueries.Row> before = rig.get(ExamQueries.class).list();
            rig.update("update exam set name = 'Old' where code = 'SAP-C01'");
            rig.update("update exam_domain set weight_percent = 1");
            rig.update("update exam_task set statement = 'Old'");
            rig.get(LoadCatalogue.class).load();
            assertThat(rig.get(ExamQueries.class).list()).isEqualTo(before);
            assertThat(rig.count("select count(*) from exam_task where statement = 'Old'"))
                    .isZero();
        }
    }

    @Test
    void everyDomainHasTwoToFourTasks() {
        try (Rig rig = Rig.start()) {
            rig.get(LoadCatalogue.class).load();
            assertThat(rig.rows("""
                            select d.name from exam_domain d left join exam_task t on t.exam_id = d.exam_id and t.domain = d.number
                            group by d.exam_id, d.number, d.name having count(t.number) not between 2 and 4""")).isEmpty();
        }
    }
}
