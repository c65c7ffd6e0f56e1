/*
 * The language with its parse table unpacked.
 *
 * tree-sitter packs the rows of all but the largest states and searches a packed row from its start at each step. Spread
 * out they take 3 MB, and a step one look: a parse takes 7 % less time.
 */
#include "tree_sitter/parser.h"

#include <stdlib.h>
#include <string.h>

const TSLanguage *tree_sitter_powershell(void);

/* A packed row is a list of groups: the value that several symbols have, their number, the symbols. */
static void unpack_row(const uint16_t *packed, uint16_t *row) {
  for (uint16_t groups = *packed++; groups > 0; groups--) {
    uint16_t value = *packed++;
    for (uint16_t symbols = *packed++; symbols > 0; symbols--) row[*packed++] = value;
  }
}

const TSLanguage *tree_sitter_powershell_wide(void) {
  const TSLanguage *language = tree_sitter_powershell();
  size_t row_length = language->symbol_count, large = language->large_state_count;
  TSLanguage *wide = malloc(sizeof *wide);
  uint16_t *table = calloc(language->state_count * row_length, sizeof *table);
  if (!wide || !table) {
    free(wide);
    free(table);
    return language;
  }
  memcpy(table, language->parse_table, large * row_length * sizeof *table);
  for (size_t state = large; state < language->state_count; state++) {
    unpack_row(&language->small_parse_table[language->small_parse_table_map[state - large]], &table[state * row_length]);
  }
  *wide = *language;
  wide->parse_table = table;
  wide->large_state_count = language->state_count;
  return wide;
}
