import io.github.mavenfuzz.it.OtherJdk

new File(basedir, 'test.properties').text = "fuzz.jvm = ${OtherJdk.find().toString().replace('\\', '/')}\n"
return true
