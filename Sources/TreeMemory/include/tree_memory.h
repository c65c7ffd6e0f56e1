#ifndef TREE_MEMORY_H_
#define TREE_MEMORY_H_

#include <stddef.h>

/*
 * Memory for one parse at a time in each thread, given back all at once.
 *
 * tree-sitter asks for a block for each node and gives each back on its own, which takes a fifth of the time of a parse.
 * Here a block is the next bytes of a large piece; what is given back is kept for blocks of its size, and at the end
 * nothing needs to be given back.
 */

/* For ts_set_allocator. Where there is no memory left, the process ends with 70, as it can't do without. */
void *tree_memory_malloc(size_t size);
void *tree_memory_calloc(size_t count, size_t size);
void *tree_memory_realloc(void *block, size_t size);
void tree_memory_free(void *block);

/* Ends the life of all blocks of this thread; for the next parse it keeps a single piece of a megabyte. */
void tree_memory_reset(void);

#endif
