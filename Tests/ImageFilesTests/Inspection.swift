import ImageFiles

/// Shortcuts to what a file's bytes tell.
func inspect(_ bytes: [UInt8], _ name: String = "x") -> ImageFacts {
  ImageFacts(inspecting: ByteSource(bytes), name: name)
}

/// The first fault in its sentence; an empty text where there is none.
func fault(_ bytes: [UInt8], _ name: String = "x") -> String {
  inspect(bytes, name).fault?.description ?? ""
}

/// The fault of a drawing.
func svgFault(_ text: String) -> String { fault(Array(text.utf8)) }
