#ifndef TREE_SITTER_POWERSHELL_H_
#define TREE_SITTER_POWERSHELL_H_

#ifdef __cplusplus
extern "C" {
#endif

typedef struct TSLanguage TSLanguage;

const TSLanguage *tree_sitter_powershell(void);

/* The same language, faster and 3 MB larger. Each call makes one, which is to be kept: parsers and trees point to it. */
const TSLanguage *tree_sitter_powershell_wide(void);

#ifdef __cplusplus
}
#endif

#endif
