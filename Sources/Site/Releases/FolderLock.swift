/// A lock on a folder, which ends with its holder.
package final class FolderLock: Sendable {
  private let path: String
  private let descriptor: Int32

  init?(_ path: String) throws(FileSystemError) {
    guard let descriptor = try FileSystem.lock(path) else { return nil }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { FileSystem.unlock(path, descriptor) }
}
