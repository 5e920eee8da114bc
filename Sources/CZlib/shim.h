#include <zlib.h>

/* A macro in C: 16 more bits of window say that a gzip header is expected. */
static inline int wikiguide_inflate_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}
