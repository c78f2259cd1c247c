package io.github.mavenfuzz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.targets.CommandTargets;
import com.example.targets.HalfUsable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetLookupTest {
  private final List<String> warnings = new ArrayList<>();

  private TargetLookup lookup(Class<?> type) throws Exception {
    Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new TargetLookup(List.of(classes), type.getName(), warnings::add);
  }

  @Test
  void takesTheOnlyTargetThatCanBeRunAndTellsOfTheOthers() throws Exception {
    assertThat(lookup(HalfUsable.OfText.class).find(null).id())
        .isEqualTo("com.example.targets.HalfUsable$OfText#inherited");
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("parameter \"thread\" of com.example.targets.HalfUsable$OfText#unusable is a");
  }

  @Test
  void saysWhyTheTargetThatIsNamedCannotBeRun() throws Exception {
    TargetLookup lookup = lookup(HalfUsable.OfText.class);

    assertThat(lookup.find("inherited").shape()).hasToString("String");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> lookup.find("unusable"))
        .withMessageContaining("which the fuzzer cannot make")
        .withMessageEndingWith(".");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> lookup.find("other"))
        .withMessage(
            "com.example.targets.HalfUsable$OfText has no target method other, only inherited, unusable.");
  }

  @Test
  void wantsASubclassOfAnAbstractClass() throws Exception {
    TargetLookup lookup = lookup(HalfUsable.Contract.class);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> lookup.find(null))
        .withMessageContaining("is abstract; write a class that extends it");
  }

  @Test
  void wantsAMethodOfAClassWithSeveral() throws Exception {
    TargetLookup lookup = lookup(CommandTargets.class);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> lookup.find(null))
        .withMessageContaining("has several targets; name one with --target_method: passes, ");
  }
}
