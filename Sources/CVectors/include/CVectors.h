#ifndef KHABAR_CVECTORS_H
#define KHABAR_CVECTORS_H
#include <stddef.h>
#include <stdint.h>

/// Numbers in a vector.
#define KHABAR_DIMENSIONS 64
/// The length of a vector, squared.
#define KHABAR_SQUARE 16129

/// Writes the cosines of a row of a table of vectors with other rows of it. Every processor gives the same bits: all sums are
/// of integers.
void khabar_cosines(const int8_t *table, int32_t row, const int32_t *others, size_t count, float *cosines);
#endif
