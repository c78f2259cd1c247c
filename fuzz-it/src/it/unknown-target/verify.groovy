import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().breaks(
    'no fuzz target matches "ParserFuzzTest#parse";' +
        ' there are com.example.ParserFuzzTest#parses, com.example.ParserFuzzTest#writes\n',
    'no fuzz target matches "Nothing"; there are ')
assert !new File(basedir, 'target/fuzz').exists()
