import io.github.mavenfuzz.it.Builds

def types = 'primitive types and their wrappers, String, enums, records, arrays, List, '
new Builds(basedir).first().breaks(
    'parameter "locale" of com.example.MarkedFuzzTest#unsupported is a java.util.Locale,' +
        " which the fuzzer cannot make; these types work: $types",
    'com.example.MarkedFuzzTest#nothing takes no parameter that a fuzzer could vary;' +
        " give it one or more of these types: $types")
