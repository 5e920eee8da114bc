import ImageFiles
import Testing

/// Sound files are found sound, and nothing that is done to them stops the program.
@Suite struct SampleTests {
  @Test(arguments: Sample.all)
  func isSound(_ sample: Sample) {
    let facts = inspect(sample.bytes, sample.name)
    #expect(facts.fault == nil, "\(facts.fault?.description ?? "")")
    #expect(facts.format == sample.format)
    #expect(facts.namedFormat == sample.format && !facts.isMisnamed)
    #expect(facts.size == sample.size)
    #expect(facts.frames == sample.frames)
    #expect(facts.byteCount == sample.bytes.count)
    #expect(!facts.hasScript)
    #expect(PixelSize(sample.bytes) == sample.size)
  }

  /// Bytes behind the end do no harm, but for XML, which allows white space alone.
  @Test(arguments: Sample.all.filter { $0.format != .svg && $0.format != .avif })
  func mayGoOnBehindItsEnd(_ sample: Sample) {
    #expect(fault(sample.bytes + [0x41, 0xFF, 0]) == "")
  }

  @Test(arguments: Sample.all)
  func isCutOffAnywhere(_ sample: Sample) {
    // A box without a length ends where the file ends; its pixels are listed elsewhere.
    for count in 0..<sample.bytes.count {
      let facts = inspect(Array(sample.bytes.prefix(count)), sample.name)
      #expect(facts.fault != nil, "\(count) of \(sample.bytes.count) bytes")
      // The screen of a GIF is known before its first picture.
      #expect(facts.size == nil || facts.size == sample.size || sample.format == .gif)
      _ = facts.fault?.description
    }
  }

  /// A file that ends earlier than the system said is cut off like any other.
  @Test(arguments: Sample.all)
  func shrinksWhileItIsRead(_ sample: Sample) {
    for count in 0..<sample.bytes.count {
      let source = ByteSource(count: sample.bytes.count) { offset, wanted in
        Array(sample.bytes.prefix(count).dropFirst(offset).prefix(wanted))
      }
      let facts = ImageFacts(inspecting: source, name: sample.name)
      #expect(facts.fault != nil, "\(count) of \(sample.bytes.count) bytes")
    }
  }

  @Test(arguments: Sample.all)
  func anyByteMayBeWrong(_ sample: Sample) {
    for index in sample.bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = sample.bytes
        bytes[index] = value
        let facts = inspect(bytes, sample.name)
        #expect(facts.frames >= 1)
        _ = facts.fault?.description
      }
    }
  }

  @Test(arguments: Sample.all)
  func manyBytesMayBeWrong(_ sample: Sample) {
    var random = Dice(seed: UInt64(sample.bytes.count))
    for _ in 0..<2000 {
      var bytes = sample.bytes
      for _ in 0...Int.random(in: 0..<8, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        case 2: bytes[index] = 0xFF
        default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      }
      #expect(inspect(bytes, sample.name).frames >= 1)
    }
  }
}

/// Numbers that are the same in every run.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
