import Glibc
import Syntax

/// The parts that read what strangers wrote, each by a name under which `Scripts/fuzz NAME` throws any
/// bytes at it. A fuzzer returns where all is well and ends the program where it is not.
struct Fuzzer: Sendable {
  let name: String
  let take: @Sendable ([UInt8]) -> Void

  static let all =
    Dialect.allCases.map { dialect in
      Fuzzer(name: dialect.rawValue) { ParserFuzzer.take($0, dialect) }
    } + [
      Fuzzer(name: "pages") { PageFuzzer.take($0) },
      Fuzzer(name: "decoders") { DecoderFuzzer.take($0) },
      Fuzzer(name: "stores") { StoreFuzzer.take($0) },
      Fuzzer(name: "differences") { DifferenceFuzzer.take($0) },
      Fuzzer(name: "images") { ImageFuzzer.take($0) },
      Fuzzer(name: "settings") { SettingsFuzzer.take($0) },
      Fuzzer(name: "html") { TagFuzzer.take($0) },
      Fuzzer(name: "lists") { ListFuzzer.take($0) },
      Fuzzer(name: "exports") { ExportFuzzer.take($0) },
    ]

  /// The one that the environment names in `FUZZER`.
  static let chosen: Fuzzer = {
    let name = getenv("FUZZER").map { String(cString: $0) } ?? ""
    guard let fuzzer = all.first(where: { $0.name == name }) else {
      fatalError("FUZZER is to be one of: \(all.map(\.name).joined(separator: " "))")
    }
    return fuzzer
  }()
}

/// The call that libFuzzer makes, over and over.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Fuzzer.chosen.take(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
