import ArgumentParser
import Site

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The process's surroundings: its output, its errors, its environment, its clock.
enum StandardStreams {
  /// Writes a result to standard output. False when it could not be written.
  static func print(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

  static func printLine(_ text: String) -> Bool { print(Array((text + "\n").utf8)) }

  /// Writes what is said about the run to standard error, where a failure can be told to nobody.
  static func report(_ text: String) { report(Array(text.utf8)) }

  static func report(_ bytes: [UInt8]) { _ = write(bytes, to: STDERR_FILENO) }

  static func reportLine(_ text: String) { report(text + "\n") }

  static var errorsGoToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether a line on the terminal can be drawn anew.
  static var errorsGoToDrawingTerminal: Bool {
    errorsGoToTerminal && variable("TERM") != nil && variable("TERM") != "dumb"
  }

  /// How many columns the terminal has to which errors go; 80 where it does not say.
  static var errorColumns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static var resultsGoToTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// What comes from standard input, up to so many bytes; nil where it cannot be read.
  static func input(atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < limit {
      let count = part.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += part[..<count]
    }
    return bytes
  }

  /// A variable of the environment; nil where it is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// All variables of the environment.
  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return variables
  }

  /// Where builds remember what they did: the user's folder for what can be made again; nil where there
  /// is none. It is for this very program alone.
  static func buildMemory(version: String) -> BuildMemory? {
    guard
      let cache = variable("XDG_CACHE_HOME") ?? variable("HOME").map({ $0 + "/.cache" }),
      cache.hasPrefix("/"), let stamp = FileStamps.ofProgram
    else { return nil }
    return BuildMemory(
      folder: cache + "/wikiguide", program: "\(version) \(stamp)")
  }

  static var secondsSinceEpoch: Int { Int(time(nil)) }

  static func exit(with code: ExitCode) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code.rawValue)
    #else
      Glibc.exit(code.rawValue)
    #endif
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
