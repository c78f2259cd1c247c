#!/bin/bash -eu
# Leaves in $OUT what ClusterFuzzLite runs: one script for each class named *Fuzzer that has a
# fuzzerTestOneInput, everything that the scripts need, and the seeds of each.

mvn -B -ntp ${MAVEN_ARGS:-} test-compile dependency:copy-dependencies -DoutputDirectory="$OUT/lib"
mkdir -p target/classes
cp -r target/classes target/test-classes "$OUT/"
mv "$OUT"/lib/fuzz-core-*.jar "$OUT/fuzz-core.jar"

# The image that runs the targets brings a JDK of its own choice.
mkdir -p "$OUT/jdk"
tar -C "$JAVA_HOME" --exclude=src.zip --exclude=jmods --dereference -c . | tar -C "$OUT/jdk" -x

cd target/test-classes
classes=$(find . -name '*Fuzzer.class' -exec grep -l fuzzerTestOneInput {} + | sed 's|^\./||; s|\.class$||')
cd ../..
for class in $classes; do
  fuzzer=$(basename "$class")
  cat > "$OUT/$fuzzer" <<SCRIPT
#!/bin/bash
# By the name LLVMFuzzerTestOneInput ClusterFuzzLite knows that this file is a target.
here=\$(dirname "\$(readlink -f "\$0")")
exec "\$here/jdk/bin/java" -jar "\$here/fuzz-core.jar" \\
    --cp="\$here/classes:\$here/test-classes:\$here/lib/*" \\
    --target_class=${class//\//.} "\$@"
SCRIPT
  chmod +x "$OUT/$fuzzer"

  seeds=src/test/resources/${class}Inputs/fuzzerTestOneInput
  if [ -d "$seeds" ]; then
    "$JAVA_HOME/bin/jar" --create --no-manifest --file "$OUT/${fuzzer}_seed_corpus.zip" -C "$seeds" .
  fi
  if [ -f "src/test/resources/$class.dict" ]; then
    cp "src/test/resources/$class.dict" "$OUT/$fuzzer.dict"
  fi
done
