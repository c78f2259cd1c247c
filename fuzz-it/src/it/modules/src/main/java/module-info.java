module com.example.codec {
  exports com.example.codec;

  uses com.example.codec.Codec;

  provides com.example.codec.Codec with
      com.example.codec.internal.PlainCodec;
}
