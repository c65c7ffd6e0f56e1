#include "tree_memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sizes are rounded up to a multiple of the grain. A block of more than `LARGEST_SMALL` bytes is one of the C library's. */
enum { GRAIN = 16, LARGEST_SMALL = 1024, PIECE = 1 << 20 };

/* What stands before each block: its whole size, 0 for a large one. */
typedef size_t Tag;

typedef struct Piece { struct Piece *next; } Piece;
typedef struct FreeBlock { struct FreeBlock *next; } FreeBlock;
typedef struct Large {
  struct Large *next, *previous;
  size_t padding; /* so that blocks begin at a multiple of the grain */
  Tag tag;
} Large;

typedef struct {
  char *position, *end; /* what is left of the newest piece */
  Piece *pieces;
  Large *large;
  FreeBlock *free[LARGEST_SMALL / GRAIN + 1]; /* by size in grains */
} Memory;

static _Thread_local Memory memory;

static void *checked(void *block) {
  if (block) return block;
  fputs("mail2graph: no memory left\n", stderr);
  exit(70);
}

static Tag *tag_of(void *block) { return (Tag *)block - 1; }

/* Puts a large block where its neighbours in the list look for it. */
static void *link_large(Large *large) {
  if (large->next) large->next->previous = large;
  if (large->previous) large->previous->next = large;
  else memory.large = large;
  return large + 1;
}

static void *allocate_large(size_t size) {
  if (size > SIZE_MAX - sizeof(Large)) checked(NULL);
  Large *large = checked(malloc(sizeof(Large) + size));
  *large = (Large){.next = memory.large};
  return link_large(large);
}

static void open_piece(void) {
  memory.position = (char *)(memory.pieces + 1);
  memory.end = (char *)memory.pieces + PIECE;
}

/* What is left of the piece before is lost. */
static void add_piece(void) {
  Piece *piece = checked(malloc(PIECE));
  piece->next = memory.pieces;
  memory.pieces = piece;
  open_piece();
}

void *tree_memory_malloc(size_t size) {
  if (size > LARGEST_SMALL - sizeof(Tag)) return allocate_large(size);
  size_t whole = (size + sizeof(Tag) + GRAIN - 1) / GRAIN * GRAIN;
  FreeBlock **first = &memory.free[whole / GRAIN];
  if (*first) {
    void *block = *first;
    *first = (*first)->next;
    return block;
  }
  if ((size_t)(memory.end - memory.position) < whole) add_piece();
  Tag *tag = (Tag *)memory.position;
  memory.position += whole;
  *tag = whole;
  return tag + 1;
}

void *tree_memory_calloc(size_t count, size_t size) {
  if (size > 0 && count > SIZE_MAX / size) checked(NULL);
  return memset(tree_memory_malloc(count * size), 0, count * size);
}

void tree_memory_free(void *block) {
  if (!block) return;
  size_t whole = *tag_of(block);
  if (whole > 0) {
    FreeBlock *first = block;
    first->next = memory.free[whole / GRAIN];
    memory.free[whole / GRAIN] = first;
    return;
  }
  Large *large = (Large *)block - 1;
  if (large->next) large->next->previous = large->previous;
  if (large->previous) large->previous->next = large->next;
  else memory.large = large->next;
  free(large);
}

void *tree_memory_realloc(void *block, size_t size) {
  if (!block) return tree_memory_malloc(size);
  size_t whole = *tag_of(block);
  if (whole == 0) {
    if (size > SIZE_MAX - sizeof(Large)) checked(NULL);
    Large *large = checked(realloc((Large *)block - 1, sizeof(Large) + size));
    return link_large(large);
  }
  size_t held = whole - sizeof(Tag);
  if (size <= held) return block;
  void *copy = memcpy(tree_memory_malloc(size), block, held);
  tree_memory_free(block);
  return copy;
}

void tree_memory_reset(void) {
  while (memory.large) {
    Large *next = memory.large->next;
    free(memory.large);
    memory.large = next;
  }
  while (memory.pieces && memory.pieces->next) {
    Piece *next = memory.pieces->next;
    free(memory.pieces);
    memory.pieces = next;
  }
  Piece *kept = memory.pieces;
  memory = (Memory){.pieces = kept};
  if (kept) open_piece();
}
