#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Which files and folders stood somewhere, and how each looked: its kind, size, times and number, by which
/// a file that was written since is known without reading it.
package struct FileStamps: Sendable {
  let root: String
  /// Paths from the root, each with NUL and the eight bytes of its stamp behind, in stretches that
  /// are looked at side by side.
  private(set) var stretches: [[UInt8]] = []
  private var inStretch = 0

  private static let stretchLength = 1024

  /// The latest moment at which any of them was changed, in nanoseconds since 1970.
  private(set) var latestChange = 0

  init(root: String, stretches: [[UInt8]] = []) {
    self.root = root
    self.stretches = stretches
  }

  /// Everything in a folder.
  /// - Returns: nil where a symbolic link leads elsewhere, or where it cannot be read.
  init?(everythingIn root: String) {
    self.init(root: root)
    let descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard add(".", from: descriptor), addAll(in: "", from: descriptor) else { return nil }
  }

  /// Files of which somebody knows that they stand there, and the folders that they lie in.
  init?(of paths: [String], in root: String) {
    self.init(root: root)
    let descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let all = ["."] + Self.folders(of: paths) + paths
    let parts = Parallel.map(
      stride(from: 0, to: all.count, by: Self.stretchLength).map {
        all[$0..<min($0 + Self.stretchLength, all.count)]
      }, chunkSize: 1
    ) { part -> FileStamps? in
      var stamps = FileStamps(root: root)
      for path in part where !stamps.add(path, from: descriptor) { return nil }
      return stamps
    }
    for part in parts {
      guard let part else { return nil }
      stretches += part.stretches
      latestChange = max(latestChange, part.latestChange)
    }
  }

  private static func folders(of paths: [String]) -> [String] {
    var folders: Set<String> = []
    for path in paths {
      var folder = path[...]
      while let slash = folder.lastSlash {
        folder = folder[..<slash]
        guard folders.insert(String(folder)).inserted else { break }
      }
    }
    return Array(folders)
  }

  /// Whether all of them look as they did.
  var stillHold: Bool {
    let descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return Parallel.map(stretches, chunkSize: 1) { Self.hold($0, from: descriptor) }
      .allSatisfy { $0 }
  }

  private static func hold(_ stretch: [UInt8], from descriptor: Int32) -> Bool {
    stretch.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count, let base = bytes.baseAddress {
        let path = (base + start).assumingMemoryBound(to: CChar.self)
        let end = start + strnlen(path, bytes.count - start) + 1
        var status = stat()
        // A stretch that is damaged may end within a path.
        guard end + 8 <= bytes.count,
          fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0,
          stamp(of: status) == bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)
        else { return false }
        start = end + 8
      }
      return true
    }
  }

  /// When a file was changed last, in nanoseconds since 1970; 0 where there is none.
  static func change(of path: String) -> Int {
    var status = stat()
    return lstat(path, &status) == 0 ? times(of: status).changed : 0
  }

  /// How the file looks that this program was started from: another build of it makes other sites.
  package static var ofProgram: String? {
    #if canImport(Darwin)
      let path = CommandLine.arguments[0]
    #else
      let path = "/proc/self/exe"
    #endif
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return String(stamp(of: status), radix: 16)
  }

  // MARK: - Looking

  /// - Returns: false where nothing stands there.
  private mutating func add(_ path: String, from descriptor: Int32) -> Bool {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    add(path, status)
    return true
  }

  private mutating func add(_ path: String, _ status: stat) {
    if stretches.isEmpty || inStretch == Self.stretchLength {
      stretches.append([])
      inStretch = 0
    }
    inStretch += 1
    stretches[stretches.count - 1] += path.utf8
    stretches[stretches.count - 1].append(0)
    withUnsafeBytes(of: Self.stamp(of: status)) { stretches[stretches.count - 1] += $0 }
    latestChange = max(latestChange, Self.times(of: status).changed)
  }

  private mutating func addAll(in folder: String, from descriptor: Int32) -> Bool {
    let here = openat(
      descriptor, folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard here >= 0 else { return false }
    guard let stream = fdopendir(here) else {
      close(here)
      return false
    }
    defer { closedir(stream) }
    while let record = readdir(stream) {
      let name = withUnsafePointer(to: &record.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." || name == ".git" { continue }
      var status = stat()
      guard fstatat(here, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
      let path = folder.isEmpty ? name : folder + "/" + name
      add(path, status)
      switch status.st_mode & S_IFMT {
      case S_IFLNK: return false
      case S_IFDIR: guard addAll(in: path, from: descriptor) else { return false }
      default: continue
      }
    }
    return true
  }

  private static func times(of status: stat) -> (written: Int, changed: Int) {
    #if canImport(Darwin)
      let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, changed) = (status.st_mtim, status.st_ctim)
    #endif
    return (
      Int(written.tv_sec) &* 1_000_000_000 &+ Int(written.tv_nsec),
      Int(changed.tv_sec) &* 1_000_000_000 &+ Int(changed.tv_nsec)
    )
  }

  private static func stamp(of status: stat) -> UInt64 {
    let times = times(of: status)
    var stamp: UInt64 = 0
    for part in [
      UInt64(status.st_mode), UInt64(truncatingIfNeeded: status.st_size),
      UInt64(truncatingIfNeeded: times.written), UInt64(truncatingIfNeeded: times.changed),
      UInt64(status.st_ino), UInt64(truncatingIfNeeded: status.st_dev),
    ] {
      stamp = (stamp ^ part) &* 0x9E37_79B9_7F4A_7C15
      stamp ^= stamp >> 29
    }
    return stamp
  }
}
