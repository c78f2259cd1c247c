import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().succeeds(
    // help
    'This plugin has 4 goals:\n',
    'fuzz:fuzz\n',
    'fuzz:help\n',
    'fuzz:list\n',
    'fuzz:replay\n',
    // list
    '[INFO] com.example.SomeFuzzTest#one(int)\n[INFO] com.example.SomeFuzzTest$Nested#two(byte[], String)\n',
    '[INFO] There are no fuzz targets.\n',
    // replay
    '[INFO] com.example.SomeFuzzTest#one has no seeds or crashers to replay.\n',
    '[INFO] There are no fuzz targets to replay here.\n')
