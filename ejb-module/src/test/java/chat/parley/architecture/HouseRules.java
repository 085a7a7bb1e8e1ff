package chat.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import chat.parley.architecture.Plan.Place;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, for all that stands below one root package. */
final class HouseRules {

  private static final Set<String> UNWANTED_SUFFIXES =
      Set.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto", "DTO");

  /** Types that now have a successor, or that carry objects instead of words. */
  private static final Set<String> UNWANTED_TYPES =
      Set.of(
          "java.util.Date",
          "java.util.Calendar",
          "java.text.SimpleDateFormat",
          "java.util.Timer",
          "java.util.Random",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutputStream",
          "jakarta.jms.ObjectMessage");

  private static final List<Class<? extends Annotation>> SESSION_BEANS =
      List.of(Stateless.class, Stateful.class, Singleton.class);

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime");

  private final Plan plan;

  HouseRules(Plan plan) {
    this.plan = plan;
  }

  /** All rules; each describes itself. */
  Stream<ArchRule> all() {
    return Stream.of(
            Stream.of(
                everyClassHasAPlace(),
                featuresPointDown(),
                layersPointDown(),
                noPackageCycles(),
                packagesAreNullMarked(),
                transactionsBeginInTheBoundary(),
                sessionBeansAreReferenced(),
                entitiesStandInEntity(),
                doorsShowNoEntities(),
                resourcesSayWhoMayCall(),
                namesAreTheProductsWords(),
                unwantedTypesStayOut(),
                timeIsHandedIn(),
                chanceIsHandedIn(),
                nobodySleeps(),
                nothingIsPrinted(),
                threadsBelongToTheContainer()),
            Library.ALL.stream().map(this::libraryHasItsHome))
        .flatMap(rules -> rules)
        .map(rule -> rule.allowEmptyShould(true));
  }

  ArchRule everyClassHasAPlace() {
    return ours("stand in a feature and a layer of the plan", this::checkPlace);
  }

  private void checkPlace(JavaClass type, ConditionEvents events) {
    Optional<Place> place = plan.placeOf(type);
    if (place.isEmpty() || place.get().height() < 0) {
      violation(events, type, type.getName() + " stands in no feature of the plan");
    } else if (place.get().level() < 0) {
      violation(events, type, type.getName() + " stands in no layer of its feature");
    }
  }

  ArchRule featuresPointDown() {
    return ours(
        "use only features before their own, and of those the root package and boundary",
        (type, events) ->
            eachDependency(
                type,
                (from, to, dependency) -> {
                  if (from.feature().equals(to.feature())) {
                    return;
                  }
                  if (to.height() >= from.height()) {
                    violation(events, type, from + " looks up: " + dependency.getDescription());
                  } else if (!to.isPublished()) {
                    violation(events, type, from + " enters " + to + ": " + dependency);
                  }
                }));
  }

  ArchRule layersPointDown() {
    return ours(
        "use only layers below their own: boundary, control, entity, root",
        (type, events) ->
            eachDependency(
                type,
                (from, to, dependency) -> {
                  if (from.feature().equals(to.feature()) && to.level() > from.level()) {
                    violation(events, type, from + " looks up: " + dependency.getDescription());
                  }
                }));
  }

  ArchRule noPackageCycles() {
    return slices().matching(plan.root() + ".(**)").should().beFreeOfCycles();
  }

  ArchRule packagesAreNullMarked() {
    return ours(
        "stand in a package marked @NullMarked",
        (type, events) -> {
          JavaPackage home = type.getPackage();
          if (home.tryGetPackageInfo()
              .filter(it -> it.isAnnotatedWith(NullMarked.class))
              .isEmpty()) {
            violation(events, type, home.getName() + " has no @NullMarked package-info");
          }
        });
  }

  ArchRule transactionsBeginInTheBoundary() {
    return classes()
        .that(areOurs())
        .and(
            annotatedWithAny(
                List.of(
                    Stateless.class,
                    Stateful.class,
                    Singleton.class,
                    MessageDriven.class,
                    Transactional.class)))
        .should()
        .resideInAPackage(plan.packages("*.boundary"))
        .because("transactions begin in a boundary and nowhere else");
  }

  ArchRule sessionBeansAreReferenced() {
    return noFields()
        .that()
        .areAnnotatedWith(Inject.class)
        .should()
        .haveRawType(annotatedWithAny(SESSION_BEANS))
        .because("a call through @EJB costs a fraction of one through @Inject");
  }

  ArchRule entitiesStandInEntity() {
    return classes()
        .that(areOurs())
        .and(annotatedWithAny(List.of(Entity.class, MappedSuperclass.class)))
        .should()
        .resideInAPackage(plan.packages("*.entity"));
  }

  ArchRule doorsShowNoEntities() {
    return methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(
            resideInAnyPackage(plan.packages("*.boundary"), plan.packages(Plan.WEB)))
        .should(
            condition(
                "neither take nor return an entity",
                (JavaMethod method, ConditionEvents events) -> {
                  Set<JavaClass> named = method.getAllInvolvedRawTypes();
                  named.stream()
                      .filter(type -> type.isAnnotatedWith(Entity.class))
                      .forEach(
                          type ->
                              violation(
                                  events,
                                  method,
                                  method.getFullName() + " shows the entity " + type.getName()));
                }));
  }

  ArchRule resourcesSayWhoMayCall() {
    return methods()
        .that(areResourceMethods())
        .should(
            condition(
                "say who may call: @RolesAllowed, @PermitAll or @DenyAll on method or class",
                (JavaMethod method, ConditionEvents events) -> {
                  if (!saysWhoMayCall(method) && !saysWhoMayCall(method.getOwner())) {
                    violation(events, method, method.getFullName() + " does not say who may call");
                  }
                }));
  }

  private static boolean saysWhoMayCall(CanBeAnnotated element) {
    return element.isAnnotatedWith(RolesAllowed.class)
        || element.isAnnotatedWith(PermitAll.class)
        || element.isAnnotatedWith(DenyAll.class);
  }

  private DescribedPredicate<JavaMethod> areResourceMethods() {
    return describe(
        "answer a request",
        method ->
            plan.placeOf(method.getOwner()).isPresent()
                && method.isMetaAnnotatedWith(HttpMethod.class));
  }

  ArchRule namesAreTheProductsWords() {
    return ours(
        "have names that are words of the product",
        (type, events) ->
            UNWANTED_SUFFIXES.stream()
                .filter(suffix -> type.getSimpleName().endsWith(suffix))
                .forEach(suffix -> violation(events, type, type.getName() + " is a " + suffix)));
  }

  ArchRule unwantedTypesStayOut() {
    return noClasses()
        .that(areOurs())
        .should()
        .dependOnClassesThat(
            describe("are out of use", type -> UNWANTED_TYPES.contains(type.getName())));
  }

  ArchRule timeIsHandedIn() {
    return calls(
        "ask the injected clock for the time",
        List.of("platform.control", "platform.boundary"),
        call -> {
          String owner = call.getTargetOwner().getName();
          boolean takesAClock =
              call.getTarget().getRawParameterTypes().stream()
                  .anyMatch(type -> type.isEquivalentTo(Clock.class));
          return (CLOCKS.contains(owner) && call.getName().equals("now") && !takesAClock)
              || (owner.equals("java.time.Clock") && call.getName().startsWith("system"))
              || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"));
        });
  }

  ArchRule chanceIsHandedIn() {
    return calls(
        "take ids and chance from the platform",
        List.of("platform"),
        call ->
            (call.getTargetOwner().isEquivalentTo(UUID.class)
                    && call.getName().equals("randomUUID"))
                || (call.getTargetOwner().isEquivalentTo(Math.class)
                    && call.getName().equals("random")));
  }

  ArchRule nobodySleeps() {
    return calls(
        "wait for events instead of sleeping",
        List.of(),
        call ->
            (call.getTargetOwner().isEquivalentTo(Thread.class)
                    || call.getTargetOwner().getName().equals("java.util.concurrent.TimeUnit"))
                && call.getName().equals("sleep"));
  }

  ArchRule nothingIsPrinted() {
    return ours(
        "log instead of printing",
        (type, events) -> {
          type.getFieldAccessesFromSelf().stream()
              .filter(
                  access ->
                      access.getTargetOwner().isEquivalentTo(System.class)
                          && Set.of("out", "err").contains(access.getTarget().getName()))
              .forEach(access -> violation(events, type, access.getDescription()));
          codeUsedBy(type)
              .filter(call -> call.getName().equals("printStackTrace"))
              .forEach(call -> violation(events, type, call.getDescription()));
        });
  }

  ArchRule threadsBelongToTheContainer() {
    return calls(
        "run on the container's threads",
        List.of(),
        call ->
            (call.getTargetOwner().isEquivalentTo(Thread.class)
                    && Set.of("<init>", "start").contains(call.getName()))
                || call.getTargetOwner().getName().equals("java.util.concurrent.Executors")
                || (call.getTargetOwner().isEquivalentTo(ForkJoinPool.class)
                    && call.getName().equals("commonPool")));
  }

  private ArchRule libraryHasItsHome(Library library) {
    return noClasses()
        .that(areOurs())
        .and()
        .resideOutsideOfPackages(
            library.homes().stream().map(plan::packages).toArray(String[]::new))
        .should()
        .dependOnClassesThat(resideInAnyPackage(library.packages().toArray(String[]::new)))
        .as(library.name() + " is used only in " + String.join(", ", library.homes()));
  }

  /** A rule about the calls that our classes make outside the given homes. */
  private ArchRule calls(
      String description, List<String> homes, Predicate<JavaCodeUnitAccess<?>> unwanted) {
    DescribedPredicate<JavaClass> atHome =
        resideInAnyPackage(homes.stream().map(plan::packages).toArray(String[]::new));
    return classes()
        .that(areOurs())
        .and(DescribedPredicate.not(atHome))
        .should(
            condition(
                description,
                (JavaClass type, ConditionEvents events) ->
                    codeUsedBy(type)
                        .filter(unwanted)
                        .forEach(call -> violation(events, type, call.getDescription()))))
        .as("our classes should " + description);
  }

  /** The methods and constructors that a class calls or refers to. */
  private static Stream<JavaCodeUnitAccess<?>> codeUsedBy(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .filter(JavaCodeUnitAccess.class::isInstance)
        .map(access -> (JavaCodeUnitAccess<?>) access);
  }

  private ArchRule ours(String description, BiConsumer<JavaClass, ConditionEvents> check) {
    return classes().that(areOurs()).should(condition(description, check));
  }

  private DescribedPredicate<JavaClass> areOurs() {
    return describe("are ours", type -> plan.placeOf(type).isPresent());
  }

  private static DescribedPredicate<JavaClass> annotatedWithAny(
      List<Class<? extends Annotation>> annotations) {
    return describe(
        "carry one of the annotations",
        type -> annotations.stream().anyMatch(type::isAnnotatedWith));
  }

  private interface DependencyCheck {
    void check(Place from, Place to, Dependency dependency);
  }

  private void eachDependency(JavaClass type, DependencyCheck check) {
    Place from = plan.placeOf(type).orElseThrow();
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      plan.placeOf(dependency.getTargetClass().getBaseComponentType())
          .ifPresent(to -> check.check(from, to, dependency));
    }
  }

  private static <T> ArchCondition<T> condition(
      String description, BiConsumer<T, ConditionEvents> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(item, events);
      }
    };
  }

  private static void violation(ConditionEvents events, Object subject, String message) {
    events.add(SimpleConditionEvent.violated(subject, message));
  }
}
