// Files of Rendering and Preview, compiled in. In C, which takes files as they are; Swift would need a literal of
// every byte.
#include "CResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char page_mustache[] = {
#embed "../Rendering/Theme/page.mustache"
};
static const unsigned char style_css[] = {
#embed "../Rendering/Theme/style.css"
};
static const unsigned char site_js[] = {
#embed "../Rendering/Theme/site.js"
};
static const unsigned char matrix_js[] = {
#embed "../Rendering/Theme/matrix.js"
};
static const unsigned char values_js[] = {
#embed "../Rendering/Theme/values.js"
};
static const unsigned char icon_svg[] = {
#embed "../Rendering/Theme/icon.svg"
};
static const unsigned char text_ja[] = {
#embed "../Rendering/Theme/text-ja.txt"
};
static const unsigned char text_en[] = {
#embed "../Rendering/Theme/text-en.txt"
};
static const unsigned char list_schema[] = {
#embed "../Rendering/schema-1.json"
};
static const unsigned char changes_schema[] = {
#embed "../Rendering/changes-schema-1.json"
};
static const unsigned char preview_js[] = {
#embed "../Preview/preview.js"
};
static const unsigned char preview_css[] = {
#embed "../Preview/preview.css"
};
static const unsigned char understood_js[] = {
#embed "../Preview/understood.js"
};

static const unsigned char inspect_schema[] = {
#embed "../Inspection/inspect-schema-1.json"
};

#define RESOURCE(name)                                            \
  struct resource resource_##name(void) {                         \
    return (struct resource){.bytes = name, .count = sizeof name}; \
  }

RESOURCE(page_mustache)
RESOURCE(style_css)
RESOURCE(site_js)
RESOURCE(matrix_js)
RESOURCE(values_js)
RESOURCE(icon_svg)
RESOURCE(text_ja)
RESOURCE(text_en)
RESOURCE(list_schema)
RESOURCE(changes_schema)
RESOURCE(inspect_schema)
RESOURCE(preview_js)
RESOURCE(preview_css)
RESOURCE(understood_js)
