import CResources

/// The files of the preview that are compiled into the program.
enum PreviewFiles {
  static var script: [UInt8] { bytes(resource_preview_js()) }
  static var understoodScript: [UInt8] { bytes(resource_understood_js()) }
  static var style: [UInt8] { bytes(resource_preview_css()) }

  static let stylePath = "_wikiguide/preview.css"

  private static func bytes(_ file: resource) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
