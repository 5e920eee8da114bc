// Throws bytes at all that looks at image files. `Scripts/fuzz images` builds and runs it.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImages(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard size > 1 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let format = ImageFormat.allCases[Int(bytes[0]) % ImageFormat.allCases.count]
  let rest = Array(bytes.dropFirst())
  let name = "x." + format.fileExtensions[0]
  let facts = ImageFacts(inspecting: ByteSource(rest), name: name)
  precondition(facts.frames >= 1 && facts.byteCount == rest.count)
  precondition(facts.fault?.description.isEmpty != true)
  // A sound picture of any format has a size.
  precondition(facts.fault != nil || facts.format != nil && facts.size != nil)
  let windows = ByteSource(count: rest.count) { offset, count in
    Array(rest.dropFirst(offset).prefix(count))
  }
  precondition(ImageFacts(inspecting: windows, name: name) == facts)
  // What is known from the headers stays so.
  let head = ImageFacts(inspecting: ByteSource(rest), name: name, depth: .headers)
  precondition(head.format == facts.format)
  // A file that ends earlier than it should.
  let half = rest.count / 2
  let shrinking = ByteSource(count: rest.count) { offset, count in
    Array(rest.prefix(half).dropFirst(offset).prefix(count))
  }
  _ = ImageFacts(inspecting: shrinking, name: name)
  _ = PixelSize(rest)
  return 0
}
