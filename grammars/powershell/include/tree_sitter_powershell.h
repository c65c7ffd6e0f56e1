#ifndef TREE_SITTER_POWERSHELL_H_
#define TREE_SITTER_POWERSHELL_H_

#ifdef __cplusplus
extern "C" {
#endif

typedef struct TSLanguage TSLanguage;

const TSLanguage *tree_sitter_powershell(void);

#ifdef __cplusplus
}
#endif

#endif
