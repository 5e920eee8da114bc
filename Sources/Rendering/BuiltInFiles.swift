import CResources

/// The files that are compiled into the program, each copied out when it is asked for.
enum BuiltInFiles {
  static var pageTemplate: [UInt8] { bytes(resource_page_mustache()) }
  static var style: [UInt8] { bytes(resource_style_css()) }
  static var siteScript: [UInt8] { bytes(resource_site_js()) }
  static var matrixScript: [UInt8] { bytes(resource_matrix_js()) }
  static var valuesScript: [UInt8] { bytes(resource_values_js()) }
  static var icon: [UInt8] { bytes(resource_icon_svg()) }
  static var japaneseText: [UInt8] { bytes(resource_text_ja()) }
  static var englishText: [UInt8] { bytes(resource_text_en()) }
  static var listSchema: [UInt8] { bytes(resource_list_schema()) }
  static var changesSchema: [UInt8] { bytes(resource_changes_schema()) }

  private static func bytes(_ file: resource) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
