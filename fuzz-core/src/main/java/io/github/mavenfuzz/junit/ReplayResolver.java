package io.github.mavenfuzz.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds the classes, methods and inputs that are selected for {@link ReplayTestEngine}. */
final class ReplayResolver implements SelectorResolver {
  private final ReplayTargets targets;
  private final Predicate<String> classNames;

  /**
   * @param classNames accepts the names of the classes that are wanted
   */
  ReplayResolver(ReplayTargets targets, Predicate<String> classNames) {
    this.targets = targets;
    this.classNames = classNames;
  }

  @Override
  public Resolution resolve(ClassSelector selector, Context context) {
    return loaded(selector::getJavaClass)
        .filter(this::isWanted)
        .map(type -> resolveClass(type, context))
        .orElseGet(Resolution::unresolved);
  }

  @Override
  public Resolution resolve(NestedClassSelector selector, Context context) {
    return loaded(selector::getNestedClass)
        .map(type -> resolveClass(type, context))
        .orElseGet(Resolution::unresolved);
  }

  /** As in Jupiter, nested classes are wanted with those around them. */
  private boolean isWanted(Class<?> type) {
    return classNames.test(TestClasses.of(type).classes().get(0).getName());
  }

  private Resolution resolveClass(Class<?> type, Context context) {
    if (targets.of(type).isEmpty()) {
      Set<DiscoverySelector> nested = nested(type);
      return nested.isEmpty() ? Resolution.unresolved() : Resolution.selectors(nested);
    }
    return context
        .addToParent(parent -> Optional.of(new ReplayClass(parent, type)))
        .map(found -> resolution(found, () -> children(found)))
        .orElseGet(Resolution::unresolved);
  }

  @Override
  public Resolution resolve(MethodSelector selector, Context context) {
    return loaded(selector::getJavaMethod)
        .map(method -> resolveMethod(selectClass(selector.getJavaClass()), method::equals, context))
        .orElseGet(Resolution::unresolved);
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    String value = id.getLastSegment().getValue();
    return switch (id.getLastSegment().getType()) {
      case ReplayClass.SEGMENT -> resolve(selectClass(value), context);
      case ReplayMethod.SEGMENT ->
          resolveMethod(
              selectUniqueId(id.removeLastSegment()),
              method -> ReplayMethod.segment(method).equals(value),
              context);
      case ReplayTest.SEGMENT ->
          resolveInput(selectUniqueId(id.removeLastSegment()), value, context);
      default -> Resolution.unresolved();
    };
  }

  private Resolution resolveMethod(
      DiscoverySelector ofClass, Predicate<Method> wanted, Context context) {
    return context
        .addToParent(() -> ofClass, child(ReplayClass.class, parent -> method(parent, wanted)))
        .map(found -> resolution(found, () -> inputs(found)))
        .orElseGet(Resolution::unresolved);
  }

  private Resolution resolveInput(DiscoverySelector ofMethod, String name, Context context) {
    return context
        .addToParent(() -> ofMethod, child(ReplayMethod.class, parent -> input(parent, name)))
        .map(found -> resolution(found, Set::of))
        .orElseGet(Resolution::unresolved);
  }

  private Optional<ReplayMethod> method(ReplayClass parent, Predicate<Method> wanted) {
    return targets.of(parent.type()).stream()
        .filter(wanted)
        .findFirst()
        .map(method -> new ReplayMethod(parent, method));
  }

  private static Optional<ReplayTest> input(ReplayMethod parent, String name) {
    return parent.inputs().stream()
        .filter(input -> input.name().equals(name))
        .findFirst()
        .map(input -> new ReplayTest(parent, input));
  }

  private Set<DiscoverySelector> children(ReplayClass found) {
    Set<DiscoverySelector> children =
        targets.of(found.type()).stream()
            .map(method -> selectMethod(found.type(), method))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    children.addAll(nested(found.type()));
    return children;
  }

  private Set<DiscoverySelector> nested(Class<?> type) {
    return targets.nested(type).stream()
        .map(nested -> selectNestedClass(TestClasses.of(type).classes(), nested))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<DiscoverySelector> inputs(ReplayMethod found) {
    return found.inputs().stream()
        .map(input -> selectUniqueId(ReplayTest.id(found, input)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Makes a child of parents of one type, and none of others. */
  private static <P, T> Function<TestDescriptor, Optional<T>> child(
      Class<P> parentType, Function<P, Optional<T>> factory) {
    return parent ->
        Optional.of(parent).filter(parentType::isInstance).map(parentType::cast).flatMap(factory);
  }

  private static Resolution resolution(
      TestDescriptor found, Supplier<Set<? extends DiscoverySelector>> children) {
    return Resolution.match(Match.exact(found, children));
  }

  /**
   * The class or method that a selector names, if it exists; other engines report one that does
   * not.
   */
  private static <T> Optional<T> loaded(Supplier<T> selected) {
    try {
      return Optional.of(selected.get());
    } catch (JUnitException e) {
      return Optional.empty();
    }
  }
}
