package org.smeportal.conventions;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.ejb.Schedule;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.servlet.http.HttpSession;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smeportal.items.AuthorName;
import org.smeportal.platform.BackgroundStep;
import org.smeportal.platform.Queries;
import org.smeportal.platform.Repository;
import org.smeportal.platform.UseCase;
import org.smeportal.security.Anonymous;
import org.smeportal.security.Requires;

/** The house as DECISIONS.md and CONTRIBUTING.md describe it, checked on the compiled classes. */
class ArchitectureTest {
    private static final String ROOT = "org.smeportal";

    /** Import only from packages that stand earlier. {@code boot} runs before the application and knows none of it. */
    private static final List<String> ORDER = List.of(
            "kernel",
            "platform",
            "security",
            "audit",
            "notifications",
            "programme",
            "accounts",
            "agreements",
            "exams",
            "smes",
            "profiles",
            "privacy",
            "applications",
            "venues",
            "events",
            "invitations",
            "changes",
            "calendar",
            "practical",
            "online",
            "attendance",
            "feedback",
            "tasks",
            "wording",
            "linter",
            "drafts",
            "items",
            "similarity",
            "pipeline",
            "reviews",
            "checks",
            "replies",
            "disclosures",
            "badges",
            "years",
            "dashboards");

    private static final String BOOT = "boot";

    /** Where page beans may be named that are no views: helpers of all pages. */
    private static final Set<String> PAGE_HELPERS = Set.of("platform", "security");

    /** Those who judge items without knowing who wrote them (R6.1). */
    private static final Set<String> BLIND = Set.of("reviews", "checks");

    /** What they may use of {@code items}: nothing of it answers by whom, and the guard only yes and no. */
    private static final Set<String> FOR_THE_BLIND = Set.of(
            "AuthorGuard",
            "Baselines",
            "Blueprint",
            "CommentKind",
            "EditorialDecisions",
            "EditorialMoves",
            "EditorialOutcome",
            "Ending",
            "ItemComment",
            "ItemMoves",
            "ItemQueries",
            "ItemStatus",
            "ItemViews",
            "ReadItem",
            "RevisionComments",
            "RevisionFindings",
            "SealedTexts",
            "SubmissionCheck");

    private static final DescribedPredicate<CanBeAnnotated> STORED =
            annotatedWith(Entity.class).or(annotatedWith(Embeddable.class)).or(annotatedWith(MappedSuperclass.class));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void aPackageImportsOnlyFromThoseBeforeIt() {
        classes()
                .should(condition("import only from packages before their own", (type, violations) -> {
                    String own = feature(type);
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> !mayImport(own, feature(dependency.getTargetClass())))
                            .forEach(dependency -> violations.add(dependency.getDescription()));
                }))
                .check(MAIN);
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> packages = MAIN.stream()
                .map(ArchitectureTest::feature)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        packages.remove(BOOT);
        assertThat(ORDER).containsAll(packages);
    }

    @Test
    void packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void featuresDoNotKnowTheirPagesNorThoseOfOtherFeatures() {
        classes()
                .should(condition("leave pages alone", (type, violations) -> {
                    String own = type.getPackageName();
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> {
                                String target = dependency.getTargetClass().getPackageName();
                                boolean helper = PAGE_HELPERS.contains(feature(dependency.getTargetClass()));
                                return target.startsWith(ROOT)
                                        && target.endsWith(".web")
                                        && !target.equals(own)
                                        && !(helper && own.endsWith(".web"));
                            })
                            .forEach(dependency -> violations.add(dependency.getDescription()));
                }))
                .check(MAIN);
    }

    @Test
    void whoeverJudgesItemsCannotReachWhoWroteThem() {
        assertThat(waysToAnAuthor(BLIND)).isEmpty();
        assertThat(waysToAnAuthor(Set.of("similarity")))
                .as("the check of a draft is the author’s, and would be found")
                .anyMatch(way -> way.contains("OwnItems"))
                .anyMatch(way -> way.contains(".drafts."));
    }

    @Test
    void onlyTheActsThatShowAnAuthorReachTheName() {
        assertThat(FOR_THE_BLIND).doesNotContain(AuthorName.class.getSimpleName());
        Set<String> users = MAIN.get(AuthorName.class).getDirectDependenciesToSelf().stream()
                .map(dependency -> outermost(dependency.getOriginClass()).getSimpleName())
                .collect(Collectors.toSet());
        assertThat(users).containsExactlyInAnyOrder("ShowAuthor", "AskForAuthor");
    }

    private static List<String> waysToAnAuthor(Set<String> features) {
        return MAIN.stream()
                .filter(type -> features.contains(feature(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    boolean ofItems = feature(target).equals("items");
                    return feature(target).equals("drafts")
                            || ofItems
                                    && !FOR_THE_BLIND.contains(outermost(target).getSimpleName());
                })
                .map(Dependency::getDescription)
                .toList();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    @Test
    void theKernelKnowsNoFramework() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + ".kernel..", "org.jspecify..")
                .check(MAIN);
    }

    @Test
    void theDatabaseIsReachedFromQueriesRepositoriesAndActsOnly() {
        classes()
                .that()
                .resideOutsideOfPackages(ROOT + ".platform..", ROOT + ".audit..")
                .and(not(annotatedWith(Queries.class)))
                .and(not(annotatedWith(Repository.class)))
                .and(not(annotatedWith(UseCase.class)))
                .and(not(annotatedWith(BackgroundStep.class)))
                .should(condition(
                        "not know the EntityManager",
                        (type, violations) -> type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency ->
                                        dependency.getTargetClass().isEquivalentTo(EntityManager.class))
                                .filter(dependency -> !type.getEnclosingClass()
                                        .map(outer -> outer.isAnnotatedWith(Queries.class))
                                        .orElse(false))
                                .forEach(dependency -> violations.add(dependency.getDescription()))))
                .check(MAIN);
    }

    @Test
    void whatReadsIsNamedForIt() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Queries")
                .and()
                .areNotAnnotations()
                .should()
                .beAnnotatedWith(Queries.class)
                .check(MAIN);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + BOOT)
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".platform.ContainerResources")
                .should(condition("ask the system for the time", (type, calls) -> {
                            type.getMethodCallsFromSelf().stream()
                                    .filter(call -> asksForTheTime(
                                            call.getTargetOwner(),
                                            call.getName(),
                                            call.getTarget().getRawParameterTypes().stream()
                                                    .anyMatch(p -> p.isEquivalentTo(Clock.class))))
                                    .forEach(call -> calls.add(call.getDescription()));
                            type.getConstructorCallsFromSelf().stream()
                                    .filter(call -> call.getTargetOwner().isEquivalentTo(Date.class)
                                            && call.getTarget()
                                                    .getRawParameterTypes()
                                                    .isEmpty())
                                    .forEach(call -> calls.add(call.getDescription()));
                        })
                        .forbidden())
                .check(MAIN);
    }

    private static boolean asksForTheTime(JavaClass owner, String method, boolean ofClock) {
        boolean now = method.equals("now") && owner.getPackageName().startsWith("java.time") && !ofClock;
        boolean system = owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis");
        boolean otherClock = owner.isEquivalentTo(Clock.class) && method.startsWith("system");
        return now || system || otherClock;
    }

    @Test
    void everyActSaysWhoMayDoIt() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(UseCase.class)
                .and()
                .arePublic()
                .and()
                .areNotStatic()
                .should(methodCondition("require a permission or be anonymous with a reason", (method, violations) -> {
                    boolean declared = declares(method, Requires.class) || declares(method, Anonymous.class);
                    if (!declared && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        violations.add(method.getFullName());
                    }
                }))
                .check(MAIN);
    }

    private static boolean declares(JavaMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
        return method.isAnnotatedWith(annotation) || method.getOwner().isAnnotatedWith(annotation);
    }

    @Test
    void permissionsStandOnActsOnlyBecauseOnlyThereTheyAreChecked() {
        classes()
                .that()
                .areNotAnnotatedWith(UseCase.class)
                .should(condition("carry no permission that nothing checks", (type, violations) -> {
                    if (type.isAnnotatedWith(Requires.class) || type.isAnnotatedWith(Anonymous.class)) {
                        violations.add(type.getName());
                    }
                    type.getMethods().stream()
                            .filter(method ->
                                    method.isAnnotatedWith(Requires.class) || method.isAnnotatedWith(Anonymous.class))
                            .forEach(method -> violations.add(method.getFullName()));
                }))
                .check(MAIN);
    }

    @Test
    void transactionsBeginAtActsAndBackgroundStepsOnly() {
        noClasses()
                .that()
                .areNotAnnotations()
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(MAIN);
        methods().should().notBeAnnotatedWith(Transactional.class).check(MAIN);
    }

    @Test
    void fieldsOfEntitiesArePrivateAndWrittenByTheirOwnClassOnly() {
        fields().that()
                .areDeclaredInClassesThat(STORED)
                .and()
                .areNotStatic()
                .should(fieldCondition("be private and written inside only", (field, violations) -> {
                    if (!field.getModifiers().contains(JavaModifier.PRIVATE)) {
                        violations.add(field.getFullName() + " is not private");
                    }
                    field.getAccessesToSelf().stream()
                            .filter(access -> access.getAccessType() == AccessType.SET)
                            .filter(access -> !access.getOriginOwner().equals(field.getOwner()))
                            .forEach(access -> violations.add(access.getDescription()));
                }))
                .check(MAIN);
    }

    /** Of what is stored, queries read columns that no code does. */
    @Test
    void fieldsAreReadUnlessTheyAreStored() {
        fields().that()
                .areDeclaredInClassesThat(not(STORED))
                .and()
                .areNotStatic()
                .and()
                .areNotAnnotatedWith(Produces.class)
                .should(fieldCondition("be read", (field, violations) -> {
                    if (field.getAccessesToSelf().stream()
                            .noneMatch(access -> access.getAccessType() == AccessType.GET)) {
                        violations.add(field.getFullName());
                    }
                }))
                .check(MAIN);
    }

    @Test
    void enumsAreStoredByTheirNames() {
        fields().that()
                .areDeclaredInClassesThat(annotatedWith(Entity.class))
                .and(new DescribedPredicate<JavaField>("are enums") {
                    @Override
                    public boolean test(JavaField field) {
                        return field.getRawType().isEnum()
                                && !field.getModifiers().contains(JavaModifier.STATIC);
                    }
                })
                .should(fieldCondition("be stored as strings", (field, violations) -> {
                    boolean asString = field.tryGetAnnotationOfType(Enumerated.class)
                            .map(annotation -> annotation.value() == EnumType.STRING)
                            .orElse(false);
                    if (!asString) {
                        violations.add(field.getFullName());
                    }
                }))
                .check(MAIN);
    }

    @Test
    void noStateLivesInTheSession() {
        noClasses()
                .should()
                .beAnnotatedWith(SessionScoped.class)
                .orShould()
                .beAnnotatedWith(ConversationScoped.class)
                .check(MAIN);
        fields().should().notHaveRawType(HttpSession.class).check(MAIN);
        noClasses()
                .should()
                .callMethod(HttpSession.class, "setAttribute", String.class, Object.class)
                .check(MAIN);
    }

    @Test
    void beansOfPagesAreViewsInTheWebPackageOfTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(Named.class)
                .should(condition("be an XView in a web package, or a helper of all pages", (type, violations) -> {
                    boolean view = type.getSimpleName().endsWith("View")
                            && type.getPackageName().endsWith(".web");
                    if (!view && !PAGE_HELPERS.contains(feature(type))) {
                        violations.add(type.getName());
                    }
                }))
                .check(MAIN);
        classes()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .beAnnotatedWith(Named.class)
                .andShould(condition("live in a web package", (type, violations) -> {
                    if (!type.getPackageName().endsWith(".web")) {
                        violations.add(type.getName());
                    }
                }))
                .check(MAIN);
    }

    @Test
    void viewsUseActsAndQueriesButNoRepositories() {
        classes()
                .that()
                .haveSimpleNameEndingWith("View")
                .should(condition(
                        "not reach past the acts",
                        (type, violations) -> type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency ->
                                        dependency.getTargetClass().isAnnotatedWith(Repository.class)
                                                || dependency.getTargetClass().isAnnotatedWith(Entity.class)
                                                || dependency.getTargetClass().isAnnotatedWith(BackgroundStep.class))
                                .forEach(dependency -> violations.add(dependency.getDescription()))))
                .check(MAIN);
    }

    @Test
    void timersAreOfThisNodeOnlyBecausePersistentOnesDieWithIt() {
        methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .should(methodCondition("not be persistent", (method, violations) -> {
                    if (method.getAnnotationOfType(Schedule.class).persistent()) {
                        violations.add(method.getFullName());
                    }
                }))
                .check(MAIN);
    }

    @Test
    void implementationsAreNotNamedImpl() {
        noClasses()
                .that(resideInAPackage(ROOT + ".."))
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(MAIN);
    }

    private static boolean mayImport(String own, String target) {
        if (target.isEmpty() || own.equals(target)) {
            return true;
        }
        return !own.equals(BOOT) && !target.equals(BOOT) && ORDER.indexOf(target) < ORDER.indexOf(own);
    }

    /** The package right below the root; empty for classes of others. */
    private static String feature(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
    }

    private static Condition condition(String description, BiConsumer<JavaClass, List<String>> check) {
        return new Condition(description, check);
    }

    private static final class Condition extends ArchCondition<JavaClass> {
        private final BiConsumer<JavaClass, List<String>> check;
        private final boolean forbidden;

        Condition(String description, BiConsumer<JavaClass, List<String>> check) {
            this(description, check, false);
        }

        private Condition(String description, BiConsumer<JavaClass, List<String>> check, boolean forbidden) {
            super(description);
            this.check = check;
            this.forbidden = forbidden;
        }

        /** For rules that begin with {@code noClasses()}: what is found is what must not be. */
        Condition forbidden() {
            return new Condition(getDescription(), check, true);
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            List<String> found = new java.util.ArrayList<>();
            check.accept(type, found);
            found.forEach(line -> events.add(new SimpleConditionEvent(type, forbidden, line)));
        }
    }

    private static ArchCondition<JavaMethod> methodCondition(
            String description, BiConsumer<JavaMethod, List<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<String> found = new java.util.ArrayList<>();
                check.accept(method, found);
                found.forEach(line -> events.add(SimpleConditionEvent.violated(method, line)));
            }
        };
    }

    private static ArchCondition<JavaField> fieldCondition(
            String description, BiConsumer<JavaField, List<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                List<String> found = new java.util.ArrayList<>();
                check.accept(field, found);
                found.forEach(line -> events.add(SimpleConditionEvent.violated(field, line)));
            }
        };
    }
}
