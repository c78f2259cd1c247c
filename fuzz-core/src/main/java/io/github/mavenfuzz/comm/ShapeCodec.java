package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkClass;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;

/**
 * The form of a target's types in the settings: for each a byte that says which, then its parts.
 */
final class ShapeCodec implements ValueType.Visitor<Void> {
  private static final int LEAF = 1;
  private static final int CHOICE = 2;
  private static final int ENUM = 3;
  private static final int JDK = 4;
  private static final int NULLABLE = 5;
  private static final int SEQUENCE = 6;
  private static final int MAP = 7;
  private static final int RECORD = 8;

  private final BinaryWriter out;

  private ShapeCodec(BinaryWriter out) {
    this.out = out;
  }

  static void write(BinaryWriter out, InputShape shape) {
    ShapeCodec form = new ShapeCodec(out);
    out.list(shape.types(), (writer, type) -> type.accept(form));
  }

  static InputShape read(BinaryReader in) {
    return new InputShape(in.list(ShapeCodec::readType));
  }

  private static ValueType readType(BinaryReader in) {
    int tag = in.tag();
    return switch (tag) {
      case LEAF -> readLeaf(in);
      case CHOICE -> new ChoiceType(readLeaf(in), in.texts());
      case ENUM -> new EnumType(in.text(), in.texts());
      case JDK -> new JdkType(in.constant(JdkClass.values()));
      case NULLABLE -> new NullableType(readType(in), in.flag());
      case SEQUENCE ->
          new SequenceType(
              in.constant(SequenceType.Form.values()),
              in.text(),
              readType(in),
              in.integer(),
              in.integer());
      case MAP -> new MapType(in.text(), readType(in), readType(in), in.integer(), in.integer());
      case RECORD ->
          new RecordType(
              in.text(),
              in.list(reader -> new RecordType.Component(reader.text(), readType(reader))));
      default -> throw new IllegalStateException("there is no type " + tag);
    };
  }

  private static LeafType readLeaf(BinaryReader in) {
    return new LeafType(in.constant(LeafKind.values()), in.flag(), readBounds(in));
  }

  private static Bounds readBounds(BinaryReader in) {
    return new Bounds(
        in.number(),
        in.number(),
        in.real(),
        in.real(),
        in.flag(),
        in.constant(Bounds.Alphabet.values()));
  }

  @Override
  public Void leaf(LeafType type) {
    out.tag(LEAF);
    writeLeaf(type);
    return null;
  }

  private void writeLeaf(LeafType type) {
    Bounds bounds = type.bounds();
    out.constant(type.kind()).flag(type.boxed());
    out.number(bounds.min()).number(bounds.max()).real(bounds.floor()).real(bounds.ceiling());
    out.flag(bounds.notANumber()).constant(bounds.alphabet());
  }

  @Override
  public Void choice(ChoiceType type) {
    out.tag(CHOICE);
    writeLeaf(type.of());
    out.texts(type.choices());
    return null;
  }

  @Override
  public Void enumeration(EnumType type) {
    out.tag(ENUM).text(type.className()).texts(type.constants());
    return null;
  }

  @Override
  public Void jdk(JdkType type) {
    out.tag(JDK).constant(type.of());
    return null;
  }

  @Override
  public Void nullable(NullableType type) {
    out.tag(NULLABLE);
    type.of().accept(this);
    out.flag(type.optional());
    return null;
  }

  @Override
  public Void sequence(SequenceType type) {
    out.tag(SEQUENCE).constant(type.form()).text(type.descriptor());
    type.element().accept(this);
    out.integer(type.min()).integer(type.max());
    return null;
  }

  @Override
  public Void map(MapType type) {
    out.tag(MAP).text(type.descriptor());
    type.key().accept(this);
    type.value().accept(this);
    out.integer(type.min()).integer(type.max());
    return null;
  }

  @Override
  public Void record(RecordType type) {
    out.tag(RECORD).text(type.className());
    out.list(
        type.components(),
        (writer, component) -> {
          writer.text(component.name());
          component.type().accept(this);
        });
    return null;
  }
}
