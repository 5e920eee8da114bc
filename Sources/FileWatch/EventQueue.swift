#if os(Linux)
  import Glibc

  /// The system's own list of changes: inotify, one watch for each folder.
  ///
  /// A folder that comes is watched from then on, and all that is in it by then is told of, since it may
  /// have come before the watch. What is watched is known by path; a folder that moves away is
  /// forgotten and, where it comes again, found again.
  struct EventQueue: ~Copyable {
    let descriptor: Int32
    /// Whether the system cannot watch all folders; then changes must be found out otherwise.
    private(set) var isBroken = false
    private let places: [WatchedPlace]
    private var folders: [Int32: String] = [:]
    private var watches: [String: Int32] = [:]
    /// What stood at the places when they were last looked at.
    private var anchors: [WatchedPlace.Anchor]
    /// Places that are files, or not there: what happens in their folders is for them only.
    private var onlyNames: [String: Set<Substring>] = [:]

    private static let room = 65_536
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE
        | IN_ONLYDIR)

    /// Nil where the system does not tell of changes.
    init?(_ places: [WatchedPlace]) {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard descriptor >= 0 else { return nil }
      self.descriptor = descriptor
      self.places = places
      anchors = places.map(\.anchor)
      for (place, anchor) in zip(places, anchors) { watch(place, anchor) }
    }

    deinit { close(descriptor) }

    /// Takes all that has come.
    mutating func read(into burst: inout Burst) {
      while true {
        var bytes = [UInt8](repeating: 0, count: Self.room)
        let count = Glibc.read(descriptor, &bytes, Self.room)
        guard count > 0 else { return }
        bytes.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count]), &burst) }
      }
    }

    /// Looks whether something else stands at the places than before.
    mutating func findPlaces(into burst: inout Burst) {
      for (index, place) in places.enumerated() {
        let now = place.anchor
        guard !now.isSameFolder(as: anchors[index]) else { continue }
        if anchors[index].path == place.path { forget(place.path) }
        anchors[index] = now
        watch(place, now)
        burst.take(place.path)
      }
    }

    private mutating func watch(_ place: WatchedPlace, _ anchor: WatchedPlace.Anchor) {
      if anchor.path == place.path { return watchTree(place.path) }
      onlyNames[anchor.path, default: []].insert(place.name)
      _ = watchFolder(anchor.path)
    }

    /// - Parameter found: is told of what is in the folder already.
    private mutating func watchTree(_ folder: String, found: (String) -> Void = { _ in }) {
      guard watchFolder(folder) else { return }
      for name in WatchedPlace.names(in: folder) {
        let path = WatchedPlace.join(folder, name)
        found(path)
        if FileStamp(path)?.isFolder == true { watchTree(path, found: found) }
      }
    }

    private mutating func watchFolder(_ folder: String) -> Bool {
      let watch = inotify_add_watch(descriptor, folder, Self.mask)
      guard watch >= 0 else {
        if errno == ENOSPC || errno == ENOMEM { isBroken = true }
        return false
      }
      folders[watch] = folder
      watches[folder] = watch
      return true
    }

    /// The folder and those in it are no longer where they were.
    private mutating func forget(_ folder: String) {
      let inside = WatchedPlace.join(folder, "")
      for (path, watch) in watches where path == folder || path.hasPrefix(inside) {
        inotify_rm_watch(descriptor, watch)
        watches[path] = nil
        folders[watch] = nil
      }
    }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, _ burst: inout Burst) {
      let header = MemoryLayout<inotify_event>.size
      var offset = 0
      while offset + header <= bytes.count {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let end = min(offset + header + Int(event.len), bytes.count)
        let name = bytes[(offset + header)..<end].prefix { $0 != 0 }
        take(event, String(decoding: name, as: UTF8.self), &burst)
        offset = end
      }
    }

    private mutating func take(_ event: inotify_event, _ name: String, _ burst: inout Burst) {
      func has(_ flag: some BinaryInteger) -> Bool { event.mask & UInt32(flag) != 0 }
      if has(IN_Q_OVERFLOW) {
        lookAgain()
        return burst.takeUnknown()
      }
      guard let folder = folders[event.wd] else { return }
      if has(IN_IGNORED) {
        folders[event.wd] = nil
        if watches[folder] == event.wd { watches[folder] = nil }
        return
      }
      guard isMeant(name, in: folder) else { return }
      let path = WatchedPlace.join(folder, name)
      if has(IN_ISDIR) {
        if has(IN_ATTRIB) { return }
        forget(path)
        watchTree(path) { burst.take($0) }
      }
      burst.take(
        path, writing: has(IN_MODIFY) ? .goesOn : has(IN_ATTRIB) ? .unknown : .hasEnded)
    }

    private func isMeant(_ name: String, in folder: String) -> Bool {
      if name.isEmpty { return false }
      if let names = onlyNames[folder], names.contains(name[...]) { return true }
      return !WatchedPlace.isIgnored(name) && isInTree(folder)
    }

    /// Whether a folder is watched for all that is in it.
    private func isInTree(_ folder: String) -> Bool {
      zip(places, anchors).contains { place, anchor in
        anchor.path == place.path
          && (folder == place.path || folder.hasPrefix(WatchedPlace.join(place.path, "")))
      }
    }

    /// Something was lost: watches all there is.
    private mutating func lookAgain() {
      anchors = places.map(\.anchor)
      for (place, anchor) in zip(places, anchors) { watch(place, anchor) }
    }
  }
#else
  /// Systems without inotify: never there.
  struct EventQueue: ~Copyable {
    let descriptor: Int32
    let isBroken = true

    init?(_ places: [WatchedPlace]) { return nil }

    mutating func read(into burst: inout Burst) {}
    mutating func findPlaces(into burst: inout Burst) {}
  }
#endif
