import io.github.mavenfuzz.it.Builds

def types = 'byte[], String, boolean, byte, short, char, int, long, float, double'
new Builds(basedir).first().breaks(
    'parameter "names" of com.example.MarkedFuzzTest#list is a java.util.List, which the fuzzer cannot make;' +
        " these types work: $types\n",
    'com.example.MarkedFuzzTest#nothing takes no parameter that a fuzzer could vary;' +
        " give it one or more of these types: $types")
