#pragma once
#include <sqlite3.h>

// A macro with a cast, which Swift does not import: SQLite copies what is bound.
static inline int khabar_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes, count, SQLITE_TRANSIENT);
}
