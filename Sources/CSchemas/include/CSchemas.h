#ifndef KHABAR_CSCHEMAS_H
#define KHABAR_CSCHEMAS_H
#include <stddef.h>
#include <stdint.h>

/// One embedded file of `schemas/`.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} khabar_schema;

/// All embedded files, in the order of their names.
const khabar_schema *khabar_schemas(void);
size_t khabar_schema_count(void);
#endif
