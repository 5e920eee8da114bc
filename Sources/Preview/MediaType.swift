/// What browsers are told that a file is: by its ending alone, since they must not guess.
enum MediaType {
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
    return types[ending] ?? "application/octet-stream"
  }

  private static let types: [String: String] = [
    "html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8", "png": "image/png", "gif": "image/gif",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "avif": "image/avif",
    "pdf": "application/pdf", "zip": "application/zip", "eml": "message/rfc822",
    "mobileconfig": "application/x-apple-aspen-config",
  ]
}
