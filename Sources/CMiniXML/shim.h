// Mini-XML 3, as Debian has it, and 4, as Homebrew has it, differ in where they are and in how lines
// are kept from being wrapped.
#if __has_include(<libmxml4/mxml.h>)
#include <libmxml4/mxml.h>
#else
#include <mxml.h>
#endif
#include <stdlib.h>
#include <string.h>

// The tree as text, which the caller frees; never wrapped.
static inline char *mxml_text_of(mxml_node_t *node) {
#if MXML_MAJOR_VERSION >= 4
  mxml_options_t *options = mxmlOptionsNew();
  mxmlOptionsSetWrapMargin(options, 0);
  char *text = mxmlSaveAllocString(node, options);
  mxmlOptionsDelete(options);
  return text;
#else
  mxmlSetWrapMargin(0);
  return mxmlSaveAllocString(node, MXML_NO_CALLBACK);
#endif
}
