#ifndef CRESOURCES_H
#define CRESOURCES_H

#include <stddef.h>

/// A file that is compiled into the program, as it is.
struct resource {
  const unsigned char *_Nonnull bytes;
  size_t count;
};

struct resource resource_page_mustache(void);
struct resource resource_style_css(void);
struct resource resource_site_js(void);
struct resource resource_matrix_js(void);
struct resource resource_values_js(void);
struct resource resource_preview_js(void);
struct resource resource_preview_css(void);
struct resource resource_understood_js(void);
struct resource resource_icon_svg(void);
struct resource resource_text_ja(void);
struct resource resource_text_en(void);
struct resource resource_list_schema(void);
struct resource resource_changes_schema(void);
struct resource resource_inspect_schema(void);

#endif
