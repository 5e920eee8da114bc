#include <zlib.h>

/* A macro in C: 16 more bits of window say that a gzip header is expected. */
static inline int wikiguide_inflate_gzip(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

/* The same for writing, with the most memory and work: no time and no name go into the header. */
static inline int wikiguide_deflate_gzip(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}
