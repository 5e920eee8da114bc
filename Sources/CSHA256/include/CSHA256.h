#ifndef CSHA256_H
#define CSHA256_H

#include <stddef.h>
#include <stdint.h>

/// Writes the SHA-256 of some bytes by the processor's own instructions for it.
/// Returns 0, and writes nothing, where the processor has none.
int wikiguide_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

#endif
