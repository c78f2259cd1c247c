import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().breaks(
    'no fuzz target matches "ParserFuzzTest#parse";' +
        ' there are com.example.ParserFuzzTest#parses, com.example.ParserFuzzTest#writes')
assert !new File(basedir, 'target/fuzz').exists()
