package io.github.mavenfuzz.target;

/**
 * What is known of all classes together while targets are looked for among them; for one thread.
 *
 * @param declared the enums and records that targets take
 */
record Lookup(ParsedClasses classes, TargetForms forms, Heirs heirs, DeclaredTypes declared) {
  static Lookup in(ClassSource files) {
    ParsedClasses classes = new ParsedClasses(files);
    TargetForms forms = new TargetForms(new MetaAnnotations(classes));
    return new Lookup(classes, forms, new Heirs(classes, forms), new DeclaredTypes(files));
  }
}
