import SourceText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Asks Git what a file was in an earlier commit, by a child process without any shell.
enum GitRevision {
  /// The bytes that a file had.
  /// - Parameter revision: a commit as Git's users name it, such as `HEAD~1`; it comes from the command
  ///   line and is never taken for an option or for more than one name.
  static func bytes(of path: String, at revision: String) throws(GitFault) -> [UInt8] {
    guard isName(revision) else { throw .badName(revision) }
    let file: String
    do throws(FileSystemError) {
      file = try FileSystem.canonicalPath(path)
    } catch {
      throw .disk(error)
    }
    guard let slash = file.lastIndex(of: "/") else { throw .badName(path) }
    let folder = slash == file.startIndex ? "/" : String(file[..<slash])
    let name = file[file.index(after: slash)...]
    let (output, status) = try run([
      "git", "-C", folder, "cat-file", "blob", "\(revision):./\(name)",
    ])
    guard status == 0 else { throw .refused }
    return output
  }

  /// No option, no second path, nothing that a line of a log could not hold.
  static func isName(_ revision: String) -> Bool {
    !revision.isEmpty && !revision.hasPrefix("-") && !revision.contains(":")
      && revision.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
  }

  /// Runs a program that the search path names, and takes what it prints; what it says of errors goes
  /// nowhere, since it speaks of the command that we made and not of the one that the user wrote.
  private static func run(_ words: [String]) throws(GitFault) -> ([UInt8], status: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system(errno) }
    defer { close(ends[0]) }
    // The child's own end of what it prints is the only one it gets.
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let (child, code) = spawn(words, output: ends[1])
    close(ends[1])
    guard code == 0 else { throw code == ENOENT ? .noGit : .system(code) }
    let output = readAll(ends[0])
    if output == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw .system(errno) }
    }
    guard let output else { throw .tooLarge }
    return (output, status)
  }

  private static func spawn(_ words: [String], output: Int32) -> (pid_t, code: Int32) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return (0, errno) }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    // Looking at an old file must fetch nothing and lock nothing.
    let quiet = ["GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"]
    var variables = (inherited + quiet).map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables)
    return (child, code)
  }

  /// The environment of the program, which a Git of its user needs.
  private static var inherited: [String] {
    var entries: [String] = []
    var entry = environ
    while let text = entry.pointee {
      entries.append(String(cString: text))
      entry += 1
    }
    return entries
  }

  /// Nil where more comes than a page may have.
  private static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= SourceFile.maximumSize {
      let count = part.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += part[..<count]
    }
    return nil
  }
}

/// Why Git gives no earlier text of a page.
enum GitFault: Error, Equatable {
  case badName(String)
  case noGit
  case refused
  case tooLarge
  case disk(FileSystemError)
  case system(Int32)

  /// - Parameters:
  ///   - revision: what was asked for.
  ///   - page: how people know the page.
  func siteFault(_ revision: String, of page: String) -> SiteFault {
    switch self {
    case .badName(let name):
      .usage("'\(name)' names no revision of Git; write one such as 'git:HEAD~1'")
    case .noGit: .usage("there is no program 'git' here")
    case .refused:
      .usage(
        "Git gives out no '\(page)' of the revision '\(revision)'; 'git show' says why")
    case .tooLarge: .usage("the page was larger than a page may be")
    case .disk(let error): .disk(error.description)
    case .system(let code): .disk("cannot run 'git': \(String(cString: strerror(code)))")
    }
  }
}
