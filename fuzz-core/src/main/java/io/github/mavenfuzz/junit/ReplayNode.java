package io.github.mavenfuzz.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * What {@link ReplayTestEngine} finds, shows and runs. As in Jupiter, {@code @Tag} and
 * {@code @Disabled} on a class or method say what is left out.
 */
abstract class ReplayNode extends AbstractTestDescriptor implements Node<EngineExecutionContext> {
  private final AnnotatedElement element;
  private final Set<TestTag> ownTags;

  /**
   * @param element whose annotations apply
   */
  ReplayNode(UniqueId id, String displayName, TestSource source, AnnotatedElement element) {
    super(id, displayName, source);
    this.element = element;
    ownTags = Jupiter.tags(element);
  }

  /** Its own tags and those of its parents. */
  @Override
  public Set<TestTag> getTags() {
    Set<TestTag> tags = new LinkedHashSet<>(ownTags);
    getParent().ifPresent(parent -> tags.addAll(parent.getTags()));
    return tags;
  }

  @Override
  public SkipResult shouldBeSkipped(EngineExecutionContext context) {
    return Jupiter.disabled(element)
        .map(reason -> SkipResult.skip(reason.isBlank() ? element + " is @Disabled" : reason))
        .orElseGet(SkipResult::doNotSkip);
  }
}
