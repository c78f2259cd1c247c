package io.github.mavenfuzz.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.ValueType;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that a module hides, as parameters of a target of that module. */
class HiddenRecordTest {
  private static final Map<String, String> SOURCES =
      Map.of(
          "module-info.java",
          "module shop { }",
          "shop/hidden/Order.java",
          "package shop.hidden; public record Order(int id, Item item, Size size) {}",
          "shop/hidden/Item.java",
          "package shop.hidden; record Item(int count) {}",
          "shop/hidden/Size.java",
          "package shop.hidden; public enum Size { S, L }",
          "shop/tests/OrderFuzzTest.java",
          """
          package shop.tests;
          class OrderFuzzTest {
            private record Own(int id) {}
            void takes(shop.hidden.Order order, Own own) {}
          }
          """);

  @TempDir Path folder;
  private ModuleLayer.Controller layer;
  private Class<?> testClass;

  @BeforeEach
  void load() throws Exception {
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getValue());
    }
    List<String> arguments = new ArrayList<>(List.of("-d", folder + "/classes"));
    SOURCES.keySet().forEach(name -> arguments.add(folder.resolve("src").resolve(name).toString()));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration()
            .resolve(ModuleFinder.of(folder.resolve("classes")), ModuleFinder.of(), Set.of("shop"));
    layer =
        ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(boot), ClassLoader.getSystemClassLoader());
    testClass = layer.layer().findLoader("shop").loadClass("shop.tests.OrderFuzzTest");
  }

  @Test
  void areMadeWhereTheTestsPackageIsOpen() throws Exception {
    layer.addOpens(testClass.getModule(), "shop.tests", getClass().getModule());

    assertThat(convert(List.of(1, List.of(2), "L"), List.of(3)))
        .containsExactly("Order[id=1, item=Item[count=2], size=L]", "Own[id=3]");
    // Once more, as another target of the class.
    assertThat(convert(List.of(4, List.of(5), "S"), List.of(6)))
        .containsExactly("Order[id=4, item=Item[count=5], size=S]", "Own[id=6]");
  }

  @Test
  void areAnErrorWhereItIsNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> convert(List.of(1, List.of(2), "L"), List.of(3)))
        .withMessageStartingWith("the constructor of shop.hidden.Item")
        .withMessageContaining("opens shop.tests");
  }

  private List<String> convert(Object... values) throws Exception {
    ValueType number = LeafType.of(LeafKind.INT);
    ValueType order =
        record(
            "shop.hidden.Order",
            number,
            record("shop.hidden.Item", number),
            new EnumType("shop.hidden.Size", List.of("S", "L")));
    ValueType own = record("shop.tests.OrderFuzzTest$Own", number);
    ArgumentFactory.of(new InputShape(List.of(order, own)), testClass).convert(values);
    return Arrays.stream(values).map(Object::toString).toList();
  }

  private static ValueType record(String className, ValueType... components) {
    return new RecordType(
        className,
        Arrays.stream(components).map(c -> new RecordType.Component(c.javaName(), c)).toList());
  }
}
