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

/// Raises values to those of a row of as many, where these are higher.
void khabar_raise(const float *row, size_t count, float *highest);

/// Raises a value for each of some lists to the highest of those of a row whose places are in the list. All places stand one
/// list behind the other; a list begins where the one before it ends.
void khabar_raise_lists(
  const float *row, const int32_t *places, const ptrdiff_t *starts, size_t count, float *highest);
#endif
