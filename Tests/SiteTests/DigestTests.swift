import Site
import Testing

/// Digests are those of the standard, whichever instructions the processor has.
@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func textHasTheDigestOfTheStandard(text: String, digest: String) {
    #expect(Digest.sha256(Array(text.utf8)) == digest)
  }

  /// Each length behind the other, so that every way to fill the last block is tried.
  @Test func allLengthsAreRight() {
    let digests = (0...300).map { Digest.sha256([UInt8](repeating: UInt8($0 & 255), count: $0)) }
    #expect(
      Digest.sha256(Array(digests.joined().utf8))
        == "16fac9e40773a0e38d7d9b8036b10235e7942aa55d2b24e04ff142d1bf161fe7")
  }
}
