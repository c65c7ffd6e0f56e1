/*
 * The tokens of PowerShell.
 *
 * The language reads characters in two modes. In expression mode `-` is an operator and `a` an error; in command mode
 * both are words, and almost everything runs on to the next blank. Which one applies is known from the tokens that the
 * parser can use: `WORD` is valid only among the arguments of a command, `COMMAND_NAME` only where a statement or a
 * pipeline element begins, and there the first character decides.
 *
 * The rules below are those of the engine's own tokenizer; "engine" in the comments means that.
 */
#include "tree_sitter/parser.h"

#include <stdlib.h>
#include <string.h>

/* In the order of `externals` in grammar.js. */
enum Token {
  NEWLINE,
  COMMENT,
  LINE_JOIN,
  COMMAND_NAME,
  WORD,
  WORD_START, WORD_START_Q, WORD_VARIABLE,
  WORD_PART, WORD_PART_Q, WORD_END,
  QUOTED_PART, QUOTED_PART_Q, QUOTED_END,
  VERBATIM_STRING, VERBATIM_HERE_STRING,
  STRING, STRING_START, STRING_PART, STRING_END,
  HERE_STRING, HERE_STRING_START, HERE_STRING_PART, HERE_STRING_END,
  NESTED_VARIABLE, NESTED_OPEN,
  VARIABLE, SPLATTED_VARIABLE, NUMBER,
  PARAMETER, PARAMETER_COLON, END_OF_PARAMETERS,
  STOP_PARSING, VERBATIM_ARGUMENT,
  FILE_REDIRECTION, MERGING_REDIRECTION,
  MEMBER_OPERATOR, INDEX_OPEN, INVOKE_OPEN, INVOKE_BRACE, GENERIC_OPEN,
  SIMPLE_NAME, FUNCTION_NAME, TYPE_NAME, ASSEMBLY_NAME,
  EQUALS, ASSIGN,
  LOGICAL, BITWISE, COMPARISON, SPLIT_JOIN, COALESCE, PLUS_MINUS, MULTIPLICATIVE, FORMAT, RANGE,
  INCREMENT, UNARY, QUESTION,
  LABEL, INVOCATION,
  KW_IF, KW_ELSEIF, KW_ELSE, KW_SWITCH, KW_DEFAULT, KW_FOREACH, KW_IN, KW_FOR, KW_WHILE, KW_DO, KW_UNTIL,
  KW_FUNCTION, KW_RETURN, KW_THROW, KW_EXIT, KW_BREAK, KW_CONTINUE, KW_TRAP, KW_TRY, KW_CATCH, KW_FINALLY,
  KW_DATA, KW_PARALLEL, KW_PARAM, KW_BLOCK_NAME, KW_CLASS, KW_ENUM, KW_USING, KW_STATIC, KW_HIDDEN,
  ERROR_RECOVERY,
};

typedef struct {
  /* How many strings and words are open around the place: within `"$( )"` a quote is written twice. */
  uint32_t quoting;
  /* The line breaks ahead end nothing, because the next line begins with `|`. */
  bool joining;
  /* The token before needs its operand on the same line: `&`, `>`, `-name:`. */
  bool same_line;

  /* What follows is not part of the state but a fuse, started anew with each script; see `is_exhausted`. */
  uint32_t nesting;  /* brackets that are open */
  uint32_t prefixes; /* operators since the last statement that wait for an operand */
  uint32_t mended;   /* tokens read while an error was being mended */
  bool at_start;     /* no token of the scanner's came before */
  bool was_mending;  /* the last token was asked for while an error was being mended, and the script went on behind it */
} Scanner;

enum { MOST_NESTING = 3000, MOST_PREFIXES = 20000, MOST_MENDED = 1000 };

/* ---------------------------------------------------------------------------------------------------------------- */
/* Characters                                                                                                       */
/* ---------------------------------------------------------------------------------------------------------------- */

enum { BLANK = 1, LINE_BREAK = 2, WORD_STOP = 4, DIGIT = 8, LETTER = 16, NUMBER_STOP = 32, HEX = 64 };

static const uint8_t ascii_classes[128] = {
  ['\0'] = WORD_STOP,
  ['\t'] = BLANK | WORD_STOP, ['\v'] = BLANK | WORD_STOP, ['\f'] = BLANK | WORD_STOP, [' '] = BLANK | WORD_STOP,
  ['\n'] = LINE_BREAK | WORD_STOP, ['\r'] = LINE_BREAK | WORD_STOP,
  ['&'] = WORD_STOP, ['('] = WORD_STOP, [')'] = WORD_STOP, [','] = WORD_STOP, [';'] = WORD_STOP,
  ['{'] = WORD_STOP, ['|'] = WORD_STOP, ['}'] = WORD_STOP,
  ['!'] = NUMBER_STOP, ['#'] = NUMBER_STOP, ['%'] = NUMBER_STOP, ['*'] = NUMBER_STOP, ['+'] = NUMBER_STOP,
  ['-'] = NUMBER_STOP, ['.'] = NUMBER_STOP, ['/'] = NUMBER_STOP, ['<'] = NUMBER_STOP, ['='] = NUMBER_STOP,
  ['>'] = NUMBER_STOP, [']'] = NUMBER_STOP,
  ['0'] = DIGIT | HEX, ['1'] = DIGIT | HEX, ['2'] = DIGIT | HEX, ['3'] = DIGIT | HEX, ['4'] = DIGIT | HEX,
  ['5'] = DIGIT | HEX, ['6'] = DIGIT | HEX, ['7'] = DIGIT | HEX, ['8'] = DIGIT | HEX, ['9'] = DIGIT | HEX,
  ['a'] = LETTER | HEX, ['b'] = LETTER | HEX, ['c'] = LETTER | HEX, ['d'] = LETTER | HEX, ['e'] = LETTER | HEX,
  ['f'] = LETTER | HEX, ['g'] = LETTER, ['h'] = LETTER, ['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER,
  ['l'] = LETTER, ['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER, ['q'] = LETTER, ['r'] = LETTER,
  ['s'] = LETTER, ['t'] = LETTER, ['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER, ['y'] = LETTER,
  ['z'] = LETTER,
  ['A'] = LETTER | HEX, ['B'] = LETTER | HEX, ['C'] = LETTER | HEX, ['D'] = LETTER | HEX, ['E'] = LETTER | HEX,
  ['F'] = LETTER | HEX, ['G'] = LETTER, ['H'] = LETTER, ['I'] = LETTER, ['J'] = LETTER, ['K'] = LETTER,
  ['L'] = LETTER, ['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER, ['Q'] = LETTER, ['R'] = LETTER,
  ['S'] = LETTER, ['T'] = LETTER, ['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER, ['Y'] = LETTER,
  ['Z'] = LETTER, ['_'] = LETTER,
};

static bool is_wide_blank(int32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool is_class(int32_t c, int classes) { return (uint32_t)c < 128 && (ascii_classes[c] & classes); }
static bool is_blank(int32_t c) { return (uint32_t)c < 128 ? (ascii_classes[c] & BLANK) != 0 : is_wide_blank(c); }
static bool is_line_break(int32_t c) { return c == '\n' || c == '\r'; }
static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }
static bool is_word_stop(int32_t c) {
  return (uint32_t)c < 128 ? (ascii_classes[c] & WORD_STOP) != 0 : is_wide_blank(c);
}
static bool is_dash(int32_t c) { return c == '-' || (c >= 0x2013 && c <= 0x2015); }
static bool is_single_quote(int32_t c) { return c == '\'' || (c >= 0x2018 && c <= 0x201B); }
static bool is_double_quote(int32_t c) { return c == '"' || (c >= 0x201C && c <= 0x201E); }

/* Letters beyond ASCII, in blocks: what is no letter there is punctuation, signs and what UTF-16 writes in two. */
static bool is_wide_letter(int32_t c) {
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c < 0x2000) return c != 0xD7 && c != 0xF7;
  if (c < 0x2C00) return c == 0x2071 || c == 0x207F || (c >= 0x2090 && c < 0x20A0) || (c >= 0x2100 && c < 0x2190);
  if (c < 0x3005) return c < 0x2E00;
  if (c < 0xD800) return !(c > 0x3007 && c < 0x3031);
  return c >= 0xF900 && c < 0xFE00 ? true : (c >= 0xFE70 && c < 0xFEFD) || (c >= 0xFF10 && c < 0xFFDD);
}

static bool is_letter(int32_t c) { return (uint32_t)c < 128 ? (ascii_classes[c] & LETTER) != 0 : is_wide_letter(c); }
static bool is_name(int32_t c) {
  return (uint32_t)c < 128 ? (ascii_classes[c] & (LETTER | DIGIT)) != 0 : is_wide_letter(c);
}
static bool is_variable_start(int32_t c) { return is_name(c) || c == '?' || c == ':' || c == '$' || c == '^'; }
static bool is_one_of(int32_t c, const char *text) { return c > 0 && c < 128 && strchr(text, c); }
static int32_t lower(int32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

static void next(TSLexer *lexer) { lexer->advance(lexer, false); }
static bool at_end(TSLexer *lexer) { return lexer->lookahead == 0 && lexer->eof(lexer); }
static void mark(TSLexer *lexer) { lexer->mark_end(lexer); }

static bool accept(TSLexer *lexer, enum Token token) {
  lexer->mark_end(lexer);
  lexer->result_symbol = token;
  return true;
}

/* The token ends where it was marked, before what has been looked at since. */
static bool accept_marked(TSLexer *lexer, enum Token token) {
  lexer->result_symbol = token;
  return true;
}

enum { NAME_MAX = 16 }; /* longer than any keyword or operator */

/* ---------------------------------------------------------------------------------------------------------------- */
/* Strings                                                                                                          */
/* ---------------------------------------------------------------------------------------------------------------- */

/* One double quote as the script sees it: each string around it doubles what is written. */
static void next_double_quote(TSLexer *lexer, uint32_t level) {
  uint32_t most = 1u << (level < 16 ? level : 16);
  for (uint32_t i = 0; i < most && is_double_quote(lexer->lookahead); i++) next(lexer);
}

/* Behind the opening quote; false where the string never ends. */
static bool skip_verbatim(TSLexer *lexer) {
  for (;;) {
    if (at_end(lexer)) return false;
    bool quote = is_single_quote(lexer->lookahead);
    next(lexer);
    if (!quote) continue;
    if (!is_single_quote(lexer->lookahead)) return true;
    next(lexer);
  }
}

/* Behind a backtick: what it escapes, a character or the braces of `u{2195}. */
static void skip_escaped(TSLexer *lexer) {
  if (at_end(lexer)) return;
  bool code_point = lexer->lookahead == 'u';
  next(lexer);
  if (!code_point || lexer->lookahead != '{') return;
  do next(lexer);
  while (is_class(lexer->lookahead, HEX));
  if (lexer->lookahead == '}') next(lexer);
}

static void skip_escape(TSLexer *lexer) {
  next(lexer);
  skip_escaped(lexer);
}

enum Variable { NO_VARIABLE, PLAIN_VARIABLE, SHORT_VARIABLE, BRACED_VARIABLE, STATIC_VARIABLE, BAD_VARIABLE };

/* `{a name}`. Braces must be escaped, and there must be something between them. */
static enum Variable scan_braced_variable(TSLexer *lexer) {
  next(lexer);
  bool empty = true;
  while (lexer->lookahead != '}') {
    if (lexer->lookahead == '{' || at_end(lexer)) return BAD_VARIABLE;
    if (lexer->lookahead == '`') skip_escape(lexer);
    else next(lexer);
    empty = false;
  }
  if (empty) return BAD_VARIABLE;
  next(lexer);
  mark(lexer);
  return BRACED_VARIABLE;
}

/* Behind `$` or `@`. Marks the end of the variable where there is one. */
static enum Variable scan_variable(TSLexer *lexer) {
  if (lexer->lookahead == '{') return scan_braced_variable(lexer);
  if (!is_variable_start(lexer->lookahead)) return NO_VARIABLE;
  int32_t first = lexer->lookahead;
  bool drive = first == ':', name = !drive;
  next(lexer);
  if (first == '$' || first == '?' || first == '^') {
    mark(lexer);
    return SHORT_VARIABLE;
  }
  for (;;) {
    if (is_name(lexer->lookahead) || lexer->lookahead == '?') {
      next(lexer);
      name = true;
    } else if (lexer->lookahead == ':') {
      mark(lexer);
      next(lexer);
      if (lexer->lookahead == ':') return name ? STATIC_VARIABLE : BAD_VARIABLE; /* `$a::b` is a member */
      if (!drive) name = false;
      drive = true;
    } else {
      break;
    }
  }
  if (!name) return BAD_VARIABLE;
  mark(lexer);
  return PLAIN_VARIABLE;
}

enum Scan { SCAN_FAILED, SCAN_ENDED, SCAN_EXPANSION, SCAN_EXPANSION_Q };

/*
 * On `$` in a string or a word: marks the place before it, and says whether a variable or `$(` begins there. It moves
 * past the dollar either way.
 */
static bool at_expansion(TSLexer *lexer) {
  mark(lexer);
  next(lexer);
  int32_t c = lexer->lookahead;
  return c == '(' || c == '{' || is_variable_start(c);
}

/* Within double quotes, to the end or the next expansion. */
static enum Scan scan_quoted(TSLexer *lexer, uint32_t level) {
  for (;;) {
    int32_t c = lexer->lookahead;
    if (c == '"' || is_double_quote(c)) {
      next_double_quote(lexer, level);
      if (!is_double_quote(lexer->lookahead)) return SCAN_ENDED;
      next_double_quote(lexer, level);
    } else if (c == '$') {
      if (at_expansion(lexer)) return SCAN_EXPANSION_Q;
    } else if (c == '`') {
      next(lexer);
      if (level > 0 && is_double_quote(lexer->lookahead)) {
        next(lexer);
        return SCAN_ENDED;
      }
      if (at_end(lexer)) return SCAN_FAILED;
      next(lexer);
    } else if (c == 0 && at_end(lexer)) {
      return SCAN_FAILED;
    } else {
      next(lexer);
    }
  }
}

/* The end of a here-string: its quote and `@` at the start of a line. Moves past what it sees. */
static bool skip_footer(TSLexer *lexer, uint32_t level, bool (*is_quote)(int32_t)) {
  if (!is_quote(lexer->lookahead)) return false;
  if (is_quote == is_double_quote) next_double_quote(lexer, level);
  else next(lexer);
  if (lexer->lookahead != '@') return false;
  next(lexer);
  return true;
}

/* Past the blanks and the line break behind `@"` or `@'`. */
static bool skip_header(TSLexer *lexer) {
  while (is_blank(lexer->lookahead)) next(lexer);
  if (lexer->lookahead == '\r') {
    next(lexer);
    if (lexer->lookahead == '\n') next(lexer);
    return true;
  }
  if (lexer->lookahead != '\n') return false;
  next(lexer);
  return true;
}

static bool skip_verbatim_here_string(TSLexer *lexer) {
  if (!skip_header(lexer)) return false;
  for (bool line_start = true; ;) {
    if (line_start && skip_footer(lexer, 0, is_single_quote)) return true;
    if (at_end(lexer)) return false;
    line_start = is_line_break(lexer->lookahead);
    next(lexer);
    if (line_start && lexer->lookahead == '\n') next(lexer);
  }
}

static enum Scan scan_here_string(TSLexer *lexer, uint32_t level, bool line_start) {
  for (;;) {
    if (line_start && skip_footer(lexer, level, is_double_quote)) return SCAN_ENDED;
    line_start = false;
    int32_t c = lexer->lookahead;
    if (is_line_break(c)) {
      next(lexer);
      if (c == '\r' && lexer->lookahead == '\n') next(lexer);
      line_start = true;
    } else if (c == '$') {
      if (at_expansion(lexer)) return SCAN_EXPANSION;
    } else if (c == '`') {
      next(lexer);
      if (at_end(lexer)) return SCAN_FAILED;
      next(lexer);
    } else if (c == 0 && at_end(lexer)) {
      return SCAN_FAILED;
    } else {
      next(lexer);
    }
  }
}

/* `$name` or `$(` between the parts of a string or word, whose first character may be the dollar. */
static enum Scan scan_expansion(TSLexer *lexer) {
  mark(lexer);
  next(lexer);
  if (lexer->lookahead == '(') {
    next(lexer);
    return accept(lexer, NESTED_OPEN) ? SCAN_EXPANSION : SCAN_FAILED;
  }
  enum Variable variable = scan_variable(lexer);
  if (variable == NO_VARIABLE) return SCAN_ENDED;
  if (variable == BAD_VARIABLE) return SCAN_FAILED;
  lexer->result_symbol = NESTED_VARIABLE;
  return SCAN_EXPANSION;
}

/* Behind an opening double quote. */
static bool scan_string(Scanner *scanner, TSLexer *lexer) {
  enum Scan end = scan_quoted(lexer, scanner->quoting);
  if (end == SCAN_FAILED) return false;
  if (end == SCAN_ENDED) return accept(lexer, STRING);
  scanner->quoting++;
  return accept_marked(lexer, STRING_START);
}

/* Within a string, behind an expansion or the start. */
static bool scan_string_rest(Scanner *scanner, TSLexer *lexer) {
  if (lexer->lookahead == '$') {
    enum Scan expansion = scan_expansion(lexer);
    if (expansion != SCAN_ENDED) return expansion == SCAN_EXPANSION;
  }
  uint32_t level = scanner->quoting > 0 ? scanner->quoting - 1 : 0;
  enum Scan end = scan_quoted(lexer, level);
  if (end == SCAN_FAILED) return false;
  if (end == SCAN_EXPANSION_Q) return accept_marked(lexer, STRING_PART);
  scanner->quoting = level;
  return accept(lexer, STRING_END);
}

static bool scan_here_string_start(Scanner *scanner, TSLexer *lexer) {
  if (!skip_header(lexer)) return false;
  enum Scan end = scan_here_string(lexer, scanner->quoting, true);
  if (end == SCAN_FAILED) return false;
  if (end == SCAN_ENDED) return accept(lexer, HERE_STRING);
  return accept_marked(lexer, HERE_STRING_START);
}

static bool scan_here_string_rest(Scanner *scanner, TSLexer *lexer) {
  if (lexer->lookahead == '$') {
    enum Scan expansion = scan_expansion(lexer);
    if (expansion != SCAN_ENDED) return expansion == SCAN_EXPANSION;
  }
  enum Scan end = scan_here_string(lexer, scanner->quoting, false);
  if (end == SCAN_FAILED) return false;
  return end == SCAN_ENDED ? accept(lexer, HERE_STRING_END) : accept_marked(lexer, HERE_STRING_PART);
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Words                                                                                                            */
/* ---------------------------------------------------------------------------------------------------------------- */

/* To the end of the word or the next expansion; quotes may open and close on the way. */
static enum Scan scan_word(TSLexer *lexer, uint32_t level) {
  for (;;) {
    int32_t c = lexer->lookahead;
    if (is_word_stop(c)) return SCAN_ENDED;
    if (c == '`') {
      skip_escape(lexer);
    } else if (is_single_quote(c)) {
      next(lexer);
      if (!skip_verbatim(lexer)) return SCAN_FAILED;
    } else if (is_double_quote(c)) {
      next_double_quote(lexer, level);
      enum Scan end = scan_quoted(lexer, level);
      if (end != SCAN_ENDED) return end;
    } else if (c == '$') {
      if (at_expansion(lexer)) return SCAN_EXPANSION;
    } else {
      next(lexer);
    }
  }
}

/* A word whose first characters may be behind already. */
static bool scan_argument_word(Scanner *scanner, TSLexer *lexer) {
  switch (scan_word(lexer, scanner->quoting)) {
    case SCAN_FAILED: return false;
    case SCAN_ENDED: return accept(lexer, WORD);
    case SCAN_EXPANSION: scanner->quoting++; return accept_marked(lexer, WORD_START);
    default: scanner->quoting++; return accept_marked(lexer, WORD_START_Q);
  }
}

/* Within a word, behind an expansion or the start. */
static bool scan_word_rest(Scanner *scanner, TSLexer *lexer, bool quoted) {
  if (lexer->lookahead == '$') {
    enum Scan expansion = scan_expansion(lexer);
    if (expansion != SCAN_ENDED) return expansion == SCAN_EXPANSION;
  }
  uint32_t level = scanner->quoting > 0 ? scanner->quoting - 1 : 0;
  enum Scan end = quoted ? scan_quoted(lexer, level) : SCAN_ENDED;
  if (end == SCAN_ENDED) end = scan_word(lexer, level);
  switch (end) {
    case SCAN_FAILED: return false;
    case SCAN_ENDED: scanner->quoting = level; return accept(lexer, quoted ? QUOTED_END : WORD_END);
    case SCAN_EXPANSION: return accept_marked(lexer, quoted ? QUOTED_PART : WORD_PART);
    default: return accept_marked(lexer, quoted ? QUOTED_PART_Q : WORD_PART_Q);
  }
}

/* `$( ... )` within a command's name, whose first character is next: only brackets are counted, as the engine does. */
static bool skip_parentheses(TSLexer *lexer) {
  uint32_t depth = 0;
  do {
    if (at_end(lexer)) return false;
    if (lexer->lookahead == '(') depth++;
    else if (lexer->lookahead == ')') depth--;
    next(lexer);
  } while (depth > 0);
  return true;
}

/* The name of a command or a function is a word, but nothing in it is expanded, so it is one token. */
static bool scan_name_word(Scanner *scanner, TSLexer *lexer, enum Token token) {
  enum Scan end = scan_word(lexer, scanner->quoting);
  while (end == SCAN_EXPANSION || end == SCAN_EXPANSION_Q) {
    if (lexer->lookahead == '(') {
      if (!skip_parentheses(lexer)) return false;
    } else if (scan_variable(lexer) == BAD_VARIABLE) {
      return false;
    }
    if (end == SCAN_EXPANSION_Q) end = scan_quoted(lexer, scanner->quoting);
    if (end == SCAN_ENDED || end == SCAN_EXPANSION) end = scan_word(lexer, scanner->quoting);
  }
  return end == SCAN_ENDED && accept(lexer, token);
}

/* What begins like something else and runs on as a word: a command's name or an argument, whichever can stand here. */
static bool scan_any_word(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  if (valid[WORD]) return scan_argument_word(scanner, lexer);
  if (valid[COMMAND_NAME]) return scan_name_word(scanner, lexer, COMMAND_NAME);
  if (valid[FUNCTION_NAME]) return scan_name_word(scanner, lexer, FUNCTION_NAME);
  return false;
}

/* Is the variable all of the argument, or its start as in `$a\b`? */
static bool ends_argument(enum Variable variable, int32_t c) {
  if (is_word_stop(c) || variable == STATIC_VARIABLE) return true;
  if (variable == SHORT_VARIABLE) return false;
  return c == '.' || c == '[' || (c == '=' && variable == PLAIN_VARIABLE);
}

/* On `$`. In command mode a variable that something is glued to (`$a\b`) is the start of a word. */
static bool scan_dollar(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  mark(lexer);
  next(lexer);
  if (lexer->lookahead == '(') return false;
  enum Variable variable = scan_variable(lexer);
  if (variable == NO_VARIABLE) return scan_any_word(scanner, lexer, valid);
  if (variable == BAD_VARIABLE) return false;
  if (!valid[WORD]) return valid[VARIABLE] && accept_marked(lexer, VARIABLE);
  if (ends_argument(variable, lexer->lookahead)) return accept_marked(lexer, VARIABLE);
  scanner->quoting++;
  return accept_marked(lexer, WORD_VARIABLE);
}

/* Behind `@` and on a name. */
static bool scan_splat(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  enum Variable variable = scan_variable(lexer);
  if (variable == BAD_VARIABLE || variable == NO_VARIABLE || variable == BRACED_VARIABLE) return false;
  if (!ends_argument(variable, lexer->lookahead)) return scan_argument_word(scanner, lexer);
  return valid[SPLATTED_VARIABLE] && accept_marked(lexer, SPLATTED_VARIABLE);
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Numbers                                                                                                          */
/* ---------------------------------------------------------------------------------------------------------------- */

/* What is known of a number on the way. The value is only needed roughly, to see whether its type can hold it. */
typedef struct {
  double value;
  bool negative;
  bool hexadecimal;
} Number;

enum NumberScan { NO_NUMBER, GOOD_NUMBER, BAD_NUMBER };

static bool skip_digits(TSLexer *lexer, Number *number) {
  if (!is_digit(lexer->lookahead)) return false;
  while (is_digit(lexer->lookahead)) {
    number->value = number->value * 10 + (lexer->lookahead - '0');
    next(lexer);
  }
  return true;
}

static bool skip_fraction(TSLexer *lexer) {
  Number ignored = {0};
  return skip_digits(lexer, &ignored);
}

static bool skip_exponent(TSLexer *lexer) {
  if (lower(lexer->lookahead) != 'e') return true;
  next(lexer);
  if (lexer->lookahead == '+' || is_dash(lexer->lookahead)) next(lexer);
  return skip_fraction(lexer);
}

/* Behind `0x` or `0b`. */
static bool skip_bits(TSLexer *lexer, Number *number, unsigned base) {
  bool any = false;
  number->hexadecimal = true;
  for (;; any = true) {
    int32_t c = lower(lexer->lookahead);
    unsigned digit = is_digit(c) ? (unsigned)(c - '0') : is_class(c, HEX) ? (unsigned)(c - 'a' + 10) : base;
    if (digit >= base) return any;
    number->value = number->value * base + digit;
    next(lexer);
  }
}

/* Does the type that the suffix names hold the value? */
static bool fits(const Number *number, int32_t suffix, bool is_unsigned) {
  bool full = is_unsigned || number->hexadecimal;
  double limit;
  switch (suffix) {
    case 'y': limit = full ? 255 : 127; break;
    case 's': limit = full ? 65535 : 32767; break;
    case 'l': limit = full ? 18446744073709551615.0 : 9223372036854775807.0; break;
    case 'u': limit = 18446744073709551615.0; break;
    case 0: if (!number->hexadecimal) return true; limit = 18446744073709551615.0; break;
    default: return true;
  }
  return number->value <= limit + (number->negative && !full ? 1 : 0);
}

/* `u`, `l`, `ul`, `d`, `kb`, ... */
static enum NumberScan scan_suffix(TSLexer *lexer, Number *number) {
  int32_t suffix = 0;
  bool is_unsigned = false;
  int32_t c = lower(lexer->lookahead);
  if (c == 'd' || c == 'l' || c == 'n' || c == 's' || c == 'u' || c == 'y') {
    next(lexer);
    suffix = c;
    c = lower(lexer->lookahead);
    if (c == 'd' || c == 'l' || c == 'n' || c == 's' || c == 'u' || c == 'y') {
      if (suffix != 'u' || c == 'u' || c == 'd' || c == 'n') return NO_NUMBER;
      next(lexer);
      is_unsigned = true;
      suffix = c;
    }
  }
  c = lower(lexer->lookahead);
  if (c == 'k' || c == 'm' || c == 'g' || c == 't' || c == 'p') {
    next(lexer);
    if (lower(lexer->lookahead) != 'b') return NO_NUMBER;
    next(lexer);
    for (const char *step = "kmgtp"; ; step++) {
      number->value *= 1024;
      if (*step == c) break;
    }
  }
  return fits(number, suffix, is_unsigned) ? GOOD_NUMBER : BAD_NUMBER;
}

/* May the number end here? In expressions operators end it, in commands it is a word then. */
static bool ends_number(int32_t c, bool expression, bool commands) {
  if (is_word_stop(c)) return true;
  return expression && (is_class(c, NUMBER_STOP) || is_dash(c) || (!commands && (c == '?' || c == ':')));
}

/* What follows the digits: the end of the number is marked if it is good. */
static enum NumberScan scan_end_of_number(TSLexer *lexer, Number *number, bool expression, bool commands) {
  enum NumberScan scan = scan_suffix(lexer, number);
  if (scan == NO_NUMBER || !ends_number(lexer->lookahead, expression, commands)) return NO_NUMBER;
  if (scan == GOOD_NUMBER) mark(lexer);
  return scan;
}

/*
 * On a digit, or a dot with a digit behind; `number` tells of what is behind already: a sign, or the first digit.
 * What is no number is a word that begins with digits. `commands`: a command's name could stand here, so `?` and `:`
 * glue on.
 */
static enum NumberScan scan_number(TSLexer *lexer, Number number, bool expression, bool commands) {
  bool zero = number.value == 0 && lexer->lookahead == '0';
  if (zero) next(lexer);
  int32_t base = zero ? lower(lexer->lookahead) : 0;
  if (base == 'x' || base == 'b') {
    next(lexer);
    if (!skip_bits(lexer, &number, base == 'x' ? 16 : 2) && base == 'b') return NO_NUMBER; /* but `0x` is 0 */
  } else {
    skip_digits(lexer, &number);
    if (lexer->lookahead == '.') {
      mark(lexer);
      next(lexer);
      if (lexer->lookahead == '.') return expression ? GOOD_NUMBER : NO_NUMBER; /* `1..5` */
      skip_fraction(lexer);
    }
    if (!skip_exponent(lexer)) return NO_NUMBER;
  }
  return scan_end_of_number(lexer, &number, expression, commands);
}

/* A number that its type cannot hold is an error in an expression, and a word in a command. */
static bool accept_number(Scanner *scanner, TSLexer *lexer, const bool *valid, enum NumberScan scan) {
  if (scan == GOOD_NUMBER) return valid[NUMBER] && accept_marked(lexer, NUMBER);
  if (scan == BAD_NUMBER && !valid[WORD]) return false;
  return scan_any_word(scanner, lexer, valid);
}

static bool scan_number_or_word(Scanner *scanner, TSLexer *lexer, const bool *valid, Number number) {
  return accept_number(scanner, lexer, valid, scan_number(lexer, number, !valid[WORD], valid[COMMAND_NAME]));
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Comments                                                                                                         */
/* ---------------------------------------------------------------------------------------------------------------- */

static void skip(TSLexer *lexer) { lexer->advance(lexer, true); }

static void skip_line_comment(TSLexer *lexer) {
  while (!is_line_break(lexer->lookahead) && !at_end(lexer)) next(lexer);
}

/* Behind `#requires`: nothing, or the parameters that there are. */
static bool skip_requirements(TSLexer *lexer) {
  bool blank = is_blank(lexer->lookahead);
  while (is_blank(lexer->lookahead)) next(lexer);
  if (is_line_break(lexer->lookahead) || at_end(lexer)) return true;
  if (!blank || !is_dash(lexer->lookahead)) return false;
  next(lexer);
  char text[NAME_MAX + 8];
  unsigned length = 0;
  while (is_letter(lexer->lookahead) && length < sizeof text - 1) {
    text[length++] = (char)lower(lexer->lookahead);
    next(lexer);
  }
  static const char *const parameters[] = {
    "version", "modules", "psedition", "runasadministrator", "pssnapin", "shellid", "assembly",
  };
  for (unsigned i = 0; i < sizeof parameters / sizeof *parameters; i++) {
    if (length > 0 && strncmp(parameters[i], text, length) == 0) return true;
  }
  return false;
}

/* `#requires` is read by the engine like a command, and is an error where it cannot be one. */
static bool scan_line_comment(TSLexer *lexer) {
  static const char requires[] = "#requires";
  unsigned matched = 0;
  while (requires[matched] && lower(lexer->lookahead) == requires[matched]) {
    next(lexer);
    matched++;
  }
  if (!requires[matched] && !skip_requirements(lexer)) return false;
  skip_line_comment(lexer);
  return accept(lexer, COMMENT);
}

/* Behind `<#`. */
static bool skip_block_comment(TSLexer *lexer) {
  for (;;) {
    while (lexer->lookahead == '#') {
      next(lexer);
      if (lexer->lookahead == '>') {
        next(lexer);
        return true;
      }
    }
    if (at_end(lexer)) return false;
    next(lexer);
  }
}

/* To the next token, without taking anything; false where a comment has no end. */
static bool skip_blanks_and_comments(TSLexer *lexer) {
  for (;;) {
    if (is_blank(lexer->lookahead) || is_line_break(lexer->lookahead)) {
      next(lexer);
    } else if (lexer->lookahead == '#') {
      skip_line_comment(lexer);
    } else if (lexer->lookahead == '<') {
      next(lexer);
      if (lexer->lookahead != '#' || !skip_block_comment(lexer)) return false;
    } else {
      return true;
    }
  }
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Names and keywords                                                                                               */
/* ---------------------------------------------------------------------------------------------------------------- */

typedef struct { const char *text; enum Token token; } Keyword;

#define RESERVED ERROR_RECOVERY /* a token that no rule has */

static const Keyword keywords[] = {
  {"if", KW_IF}, {"elseif", KW_ELSEIF}, {"else", KW_ELSE}, {"switch", KW_SWITCH}, {"default", KW_DEFAULT},
  {"foreach", KW_FOREACH}, {"in", KW_IN}, {"for", KW_FOR}, {"while", KW_WHILE}, {"do", KW_DO}, {"until", KW_UNTIL},
  {"function", KW_FUNCTION}, {"filter", KW_FUNCTION}, {"workflow", KW_FUNCTION},
  {"return", KW_RETURN}, {"throw", KW_THROW}, {"exit", KW_EXIT}, {"break", KW_BREAK}, {"continue", KW_CONTINUE},
  {"trap", KW_TRAP}, {"try", KW_TRY}, {"catch", KW_CATCH}, {"finally", KW_FINALLY}, {"data", KW_DATA},
  {"parallel", KW_PARALLEL}, {"sequence", KW_PARALLEL}, {"param", KW_PARAM},
  {"begin", KW_BLOCK_NAME}, {"process", KW_BLOCK_NAME}, {"end", KW_BLOCK_NAME}, {"clean", KW_BLOCK_NAME},
  {"dynamicparam", KW_BLOCK_NAME},
  {"class", KW_CLASS}, {"enum", KW_ENUM}, {"using", KW_USING}, {"static", KW_STATIC}, {"hidden", KW_HIDDEN},
  /* The engine takes no statement that begins so; `configuration` it takes only where DSC is installed. */
  {"from", RESERVED}, {"define", RESERVED}, {"var", RESERVED}, {"configuration", RESERVED},
};

static bool is_reserved(const Keyword *keyword) { return keyword->token == RESERVED || keyword->token == KW_USING; }

/* Runs over a name and keeps its letters in lower case; an empty text is a name that can be no keyword. */
static void scan_identifier(TSLexer *lexer, char text[NAME_MAX]) {
  unsigned length = 0;
  while (is_name(lexer->lookahead)) {
    if (length < NAME_MAX) text[length] = lexer->lookahead < 128 ? (char)lower(lexer->lookahead) : '?';
    length++;
    next(lexer);
  }
  text[length < NAME_MAX ? length : 0] = 0;
}

static const Keyword *find_keyword(const char *text) {
  for (unsigned i = 0; i < sizeof keywords / sizeof *keywords; i++) {
    if (keywords[i].text[0] == text[0] && strcmp(keywords[i].text, text) == 0) return &keywords[i];
  }
  return NULL;
}

/* Behind `param`, which is one only before a bracket, and else a command. */
static bool scan_param(TSLexer *lexer) {
  mark(lexer);
  lexer->result_symbol = skip_blanks_and_comments(lexer) && lexer->lookahead == '(' ? KW_PARAM : COMMAND_NAME;
  return true;
}

/* Behind `using`, which names what it takes. */
static bool scan_using(TSLexer *lexer) {
  mark(lexer);
  if (!skip_blanks_and_comments(lexer)) return false;
  char text[NAME_MAX];
  scan_identifier(lexer, text);
  return (strcmp(text, "namespace") == 0 || strcmp(text, "module") == 0 || strcmp(text, "assembly") == 0) &&
         accept_marked(lexer, KW_USING);
}

/* `A.B+C`, the name of a type: it may hold dots, nesting and the arity of a generic. */
static bool scan_type_name(TSLexer *lexer) {
  while (is_name(lexer->lookahead) || is_one_of(lexer->lookahead, ".`+#\\")) next(lexer);
  return accept(lexer, TYPE_NAME);
}

/* Behind the comma in `[Type, Assembly, Version=1.0.0.0]`, to the bracket. */
static bool scan_assembly_name(TSLexer *lexer) {
  while (is_name(lexer->lookahead) || is_one_of(lexer->lookahead, " .,=-+\t")) next(lexer);
  return lexer->lookahead == ']' && accept(lexer, ASSEMBLY_NAME);
}

/* On a letter. A keyword is one only where the grammar has a place for it, and only as a whole word. */
static bool scan_letters(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  if (valid[TYPE_NAME]) return scan_type_name(lexer);
  char text[NAME_MAX];
  if ((valid[COMMAND_NAME] && !valid[SIMPLE_NAME]) || valid[WORD]) { /* with both, it is the label of `break` */
    if (valid[COMMAND_NAME] || valid[KW_DEFAULT]) {
      scan_identifier(lexer, text);
      if (is_word_stop(lexer->lookahead)) {
        const Keyword *keyword = find_keyword(text);
        if (keyword && valid[keyword->token]) {
          if (keyword->token == KW_PARAM) return scan_param(lexer);
          if (keyword->token == KW_USING) return scan_using(lexer);
          return accept(lexer, keyword->token);
        }
        if (keyword && valid[KW_IF] && is_reserved(keyword)) return false;
      }
    }
    return scan_any_word(scanner, lexer, valid);
  }
  scan_identifier(lexer, text);
  const Keyword *keyword = valid[COMMAND_NAME] ? NULL : find_keyword(text);
  if (keyword && valid[keyword->token] && (keyword->token != KW_IN || is_word_stop(lexer->lookahead))) {
    return accept(lexer, keyword->token);
  }
  return valid[SIMPLE_NAME] && accept(lexer, SIMPLE_NAME);
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Operators and parameters                                                                                         */
/* ---------------------------------------------------------------------------------------------------------------- */

static const Keyword operators[] = {
  {"and", LOGICAL}, {"or", LOGICAL}, {"xor", LOGICAL}, {"band", BITWISE}, {"bor", BITWISE}, {"bxor", BITWISE},
  {"not", UNARY}, {"bnot", UNARY}, {"join", SPLIT_JOIN}, {"f", FORMAT},
  {"is", COMPARISON}, {"isnot", COMPARISON}, {"as", COMPARISON}, {"shl", COMPARISON}, {"shr", COMPARISON},
};

/* These also exist with `i` and `c` in front. */
static const Keyword cased_operators[] = {
  {"eq", COMPARISON}, {"ne", COMPARISON}, {"ge", COMPARISON}, {"gt", COMPARISON}, {"lt", COMPARISON},
  {"le", COMPARISON}, {"like", COMPARISON}, {"notlike", COMPARISON}, {"match", COMPARISON},
  {"notmatch", COMPARISON}, {"replace", COMPARISON}, {"contains", COMPARISON}, {"notcontains", COMPARISON},
  {"in", COMPARISON}, {"notin", COMPARISON}, {"split", SPLIT_JOIN},
};

static const Keyword *find_cased_operator(const char *text) {
  for (unsigned i = 0; i < sizeof cased_operators / sizeof *cased_operators; i++) {
    if (cased_operators[i].text[0] == text[0] && strcmp(cased_operators[i].text, text) == 0) return &cased_operators[i];
  }
  return NULL;
}

static const Keyword *find_operator(const char *text) {
  for (unsigned i = 0; i < sizeof operators / sizeof *operators; i++) {
    if (operators[i].text[0] == text[0] && strcmp(operators[i].text, text) == 0) return &operators[i];
  }
  const Keyword *found = find_cased_operator(text);
  if (!found && (text[0] == 'i' || text[0] == 'c')) found = find_cased_operator(text + 1);
  return found;
}

/* Behind the dash, on a letter, in command mode. Quotes are never part of a parameter, so they make it a word. */
static bool scan_parameter(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  bool colon = false;
  for (;;) {
    int32_t c = lexer->lookahead;
    if (is_word_stop(c) || c == '.' || c == '[') break;
    if (is_single_quote(c) || is_double_quote(c)) return scan_any_word(scanner, lexer, valid);
    next(lexer);
    if (c == ':') {
      colon = true;
      break;
    }
  }
  if (!valid[PARAMETER]) return accept(lexer, valid[WORD] ? WORD : COMMAND_NAME); /* in a list, `a, -b` */
  if (!colon || !valid[PARAMETER_COLON]) return accept(lexer, PARAMETER);
  return accept(lexer, PARAMETER_COLON);
}

/* Behind the dash, on a letter, in expression mode: an operator, or at the start of a statement a command's name. */
static bool scan_dash_operator(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  char text[NAME_MAX];
  unsigned length = 0;
  while (is_class(lexer->lookahead, LETTER) && lexer->lookahead != '_') {
    if (length < NAME_MAX) text[length] = (char)lower(lexer->lookahead);
    length++;
    next(lexer);
  }
  text[length < NAME_MAX ? length : 0] = 0;
  const Keyword *found = find_operator(text);
  if (found && valid[found->token]) return accept(lexer, found->token);
  if (found && (found->token == UNARY || found->token == SPLIT_JOIN)) return false;
  return valid[COMMAND_NAME] && scan_parameter(scanner, lexer, valid);
}

/* `--`, `--%` or a word that begins so; behind the second dash. */
static bool scan_dash_dash(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  if (is_word_stop(lexer->lookahead)) return accept(lexer, valid[END_OF_PARAMETERS] ? END_OF_PARAMETERS : WORD);
  if (lexer->lookahead == '%' && valid[STOP_PARSING]) {
    next(lexer);
    if (is_word_stop(lexer->lookahead)) return accept(lexer, STOP_PARSING);
  }
  return scan_argument_word(scanner, lexer);
}

static bool is_sign_of_number(TSLexer *lexer, const bool *valid) {
  return valid[NUMBER] && !valid[WORD] && (is_digit(lexer->lookahead) || lexer->lookahead == '.');
}

/* Where a command can stand and an expression cannot. */
static bool is_behind_pipe(const bool *valid) { return valid[COMMAND_NAME] && !valid[PLUS_MINUS]; }

static bool scan_dash(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  next(lexer);
  int32_t c = lexer->lookahead;
  if (valid[WORD] || valid[PARAMETER]) {
    if (is_letter(c) || c == '?') return scan_parameter(scanner, lexer, valid);
    if (is_dash(c)) {
      next(lexer);
      return scan_dash_dash(scanner, lexer, valid);
    }
    return scan_argument_word(scanner, lexer);
  }
  if (is_letter(c)) return scan_dash_operator(scanner, lexer, valid);
  if (is_behind_pipe(valid) && c != '=') return false;
  if (is_dash(c)) {
    next(lexer);
    return valid[INCREMENT] ? accept(lexer, INCREMENT) : scan_any_word(scanner, lexer, valid);
  }
  if (c == '=') {
    next(lexer);
    return valid[ASSIGN] ? accept(lexer, ASSIGN) : scan_any_word(scanner, lexer, valid);
  }
  if (is_sign_of_number(lexer, valid)) return scan_number_or_word(scanner, lexer, valid, (Number){.negative = true});
  return valid[PLUS_MINUS] ? accept(lexer, PLUS_MINUS) : scan_any_word(scanner, lexer, valid);
}

static bool scan_plus(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  next(lexer);
  if (valid[WORD]) return scan_argument_word(scanner, lexer);
  if (is_behind_pipe(valid) && lexer->lookahead != '=') return false;
  if (lexer->lookahead == '+' && valid[INCREMENT]) {
    next(lexer);
    return accept(lexer, INCREMENT);
  }
  if (lexer->lookahead == '=') {
    next(lexer);
    return valid[ASSIGN] ? accept(lexer, ASSIGN) : scan_any_word(scanner, lexer, valid);
  }
  if (is_sign_of_number(lexer, valid)) return scan_number_or_word(scanner, lexer, valid, (Number){0});
  return valid[PLUS_MINUS] ? accept(lexer, PLUS_MINUS) : scan_any_word(scanner, lexer, valid);
}

/*
 * On `>`, behind `stream`: a digit, `*` or nothing, 0. Streams merge into the first one only. Where a command begins it
 * is its name: `>> foo` is the command `>>`.
 */
static bool scan_redirection(TSLexer *lexer, const bool *valid, int32_t stream) {
  if (!valid[FILE_REDIRECTION] && !valid[COMMAND_NAME]) return false;
  enum Token file = valid[FILE_REDIRECTION] ? FILE_REDIRECTION : COMMAND_NAME;
  next(lexer);
  mark(lexer);
  if (lexer->lookahead == '>') {
    next(lexer);
    return accept(lexer, file);
  }
  if (lexer->lookahead == '&' && stream != 0) {
    next(lexer);
    if (lexer->lookahead == '1' && stream != '1') {
      next(lexer);
      return accept(lexer, file == FILE_REDIRECTION ? MERGING_REDIRECTION : COMMAND_NAME);
    }
    if (lexer->lookahead == '1' || lexer->lookahead == '2') return false;
  }
  return accept_marked(lexer, file);
}

/* Behind a digit, on `>`. Where a statement begins, only `2>&1` is a word; `1>a` is the number with a redirection. */
static bool scan_stream(TSLexer *lexer, const bool *valid, int32_t stream) {
  if (valid[FILE_REDIRECTION]) return scan_redirection(lexer, valid, stream);
  mark(lexer);
  next(lexer);
  if (lexer->lookahead != '&') return valid[NUMBER] && accept_marked(lexer, NUMBER);
  next(lexer);
  if (lexer->lookahead != '1' || stream == '1') return false;
  next(lexer);
  return valid[COMMAND_NAME] && accept(lexer, COMMAND_NAME);
}

/* `*`, `/` and `%`: operators behind an operand, else the start of a word. */
static bool scan_multiplicative(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  int32_t first = lexer->lookahead;
  next(lexer);
  if (first == '*' && lexer->lookahead == '>') return scan_redirection(lexer, valid, first);
  if (lexer->lookahead == '=' && valid[ASSIGN]) {
    next(lexer);
    return accept(lexer, ASSIGN);
  }
  return valid[MULTIPLICATIVE] ? accept(lexer, MULTIPLICATIVE) : scan_any_word(scanner, lexer, valid);
}

/* Behind a first `?` that is no member access. */
static bool scan_question(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  if (!valid[QUESTION]) return scan_any_word(scanner, lexer, valid);
  if (lexer->lookahead != '?') return accept(lexer, QUESTION);
  next(lexer);
  if (lexer->lookahead != '=') return accept(lexer, COALESCE);
  next(lexer);
  return valid[ASSIGN] && accept(lexer, ASSIGN);
}

/* On a dot that is no member access. */
static bool scan_dot(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  next(lexer);
  int32_t c = lexer->lookahead;
  if (c == '.' && valid[RANGE]) {
    next(lexer);
    return accept(lexer, RANGE);
  }
  if (is_digit(c) && valid[NUMBER]) {
    /* the dot is behind, so this is the part of scan_number that follows it */
    Number number = {0};
    skip_fraction(lexer);
    return accept_number(scanner, lexer, valid, !skip_exponent(lexer) ? NO_NUMBER :
                         scan_end_of_number(lexer, &number, !valid[WORD], valid[COMMAND_NAME]));
  }
  bool alone = is_word_stop(c) || c == '$' || c == '"' || c == '\'';
  if (alone && valid[INVOCATION]) return accept(lexer, INVOCATION);
  if (alone && valid[WORD]) return accept(lexer, WORD);
  return scan_any_word(scanner, lexer, valid);
}

/* Behind a label: does a loop or a switch follow? */
static bool labels_a_loop(TSLexer *lexer) {
  if (!skip_blanks_and_comments(lexer)) return false;
  char text[NAME_MAX];
  scan_identifier(lexer, text);
  const Keyword *keyword = is_word_stop(lexer->lookahead) ? find_keyword(text) : NULL;
  if (!keyword) return false;
  return keyword->token == KW_WHILE || keyword->token == KW_DO || keyword->token == KW_FOR ||
         keyword->token == KW_FOREACH || keyword->token == KW_SWITCH;
}

/* On `:`: the label of a loop where a statement begins, else a word. */
static bool scan_label(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  next(lexer);
  if (!is_letter(lexer->lookahead)) return scan_any_word(scanner, lexer, valid);
  while (is_name(lexer->lookahead)) next(lexer);
  if (!is_word_stop(lexer->lookahead)) {
    next(lexer); /* whatever it is: a quote opens no string here */
    return scan_any_word(scanner, lexer, valid);
  }
  if (!valid[LABEL]) return scan_any_word(scanner, lexer, valid);
  mark(lexer);
  return accept_marked(lexer, labels_a_loop(lexer) ? LABEL : COMMAND_NAME);
}

/* On `!`: glued to a name it is a word, as in csh. */
static bool scan_exclamation(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  next(lexer);
  if (valid[UNARY] && !is_letter(lexer->lookahead)) return accept(lexer, UNARY);
  return scan_any_word(scanner, lexer, valid);
}

/* Behind `@` and on `$` in command mode: `@$` splats the last token, `@$a` is a word. */
static bool scan_at_dollar(Scanner *scanner, TSLexer *lexer) {
  if (!at_expansion(lexer)) {
    return is_word_stop(lexer->lookahead) ? accept(lexer, SPLATTED_VARIABLE) : scan_argument_word(scanner, lexer);
  }
  scanner->quoting++;
  return accept_marked(lexer, WORD_START);
}

/* On `@`: strings and splatted variables; `@(` and `@{` are left to the generated lexer. */
static bool scan_at(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  next(lexer);
  int32_t c = lexer->lookahead;
  if (is_single_quote(c)) {
    next(lexer);
    return valid[VERBATIM_HERE_STRING] && skip_verbatim_here_string(lexer) && accept(lexer, VERBATIM_HERE_STRING);
  }
  if (is_double_quote(c)) {
    next_double_quote(lexer, scanner->quoting);
    return valid[HERE_STRING] && scan_here_string_start(scanner, lexer);
  }
  if (c == '$' && valid[WORD]) return scan_at_dollar(scanner, lexer);
  return valid[SPLATTED_VARIABLE] && is_variable_start(c) && scan_splat(scanner, lexer, valid);
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Right behind an operand                                                                                          */
/* ---------------------------------------------------------------------------------------------------------------- */

static bool is_end_of_word_operand(TSLexer *lexer) {
  return is_blank(lexer->lookahead) || is_line_break(lexer->lookahead) || at_end(lexer);
}

/*
 * On `[` behind a member's name: are these type arguments of a call, `.Of[int]()`, or is it an index? They are, where
 * nothing but a list of type names stands between the brackets and the call's own bracket follows.
 */
static bool is_type_arguments(TSLexer *lexer) {
  while (is_blank(lexer->lookahead) || is_line_break(lexer->lookahead)) next(lexer);
  if (!is_letter(lexer->lookahead)) return false;
  unsigned depth = 1;
  for (unsigned length = 0; depth > 0 && length < 1000; length++) {
    int32_t c = lexer->lookahead;
    if (c == '[') depth++;
    else if (c == ']') depth--;
    else if (!is_name(c) && !is_blank(c) && !is_line_break(c) && !is_one_of(c, ".`+#\\,")) return false;
    next(lexer);
  }
  return depth == 0 && (lexer->lookahead == '(' || lexer->lookahead == '{');
}

/* 1: accepted; 0: rejected; -1: nothing here that needs to be glued on. */
static int scan_glued(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  switch (lexer->lookahead) {
    case '.':
      if (!valid[MEMBER_OPERATOR]) return -1;
      next(lexer);
      if (lexer->lookahead == '.') {
        if (!valid[RANGE]) return scan_any_word(scanner, lexer, valid);
        next(lexer);
        return accept(lexer, RANGE);
      }
      if (valid[WORD] && is_end_of_word_operand(lexer)) return accept(lexer, WORD);
      return accept(lexer, MEMBER_OPERATOR);
    case ':':
      if (!valid[MEMBER_OPERATOR]) return -1;
      next(lexer);
      if (lexer->lookahead != ':') return scan_any_word(scanner, lexer, valid);
      next(lexer);
      if (valid[WORD] && is_end_of_word_operand(lexer)) return accept(lexer, WORD);
      return accept(lexer, MEMBER_OPERATOR);
    case '?':
      if (!valid[MEMBER_OPERATOR]) return -1;
      next(lexer);
      if (lexer->lookahead == '.' || (lexer->lookahead == '[' && valid[INDEX_OPEN])) {
        bool index = lexer->lookahead == '[';
        next(lexer);
        return accept(lexer, index ? INDEX_OPEN : MEMBER_OPERATOR);
      }
      return scan_question(scanner, lexer, valid);
    case '[':
      if (!valid[INDEX_OPEN]) return -1;
      next(lexer);
      mark(lexer);
      return accept_marked(lexer, valid[GENERIC_OPEN] && is_type_arguments(lexer) ? GENERIC_OPEN : INDEX_OPEN);
    case '(':
      if (!valid[INVOKE_OPEN]) return -1;
      next(lexer);
      return accept(lexer, INVOKE_OPEN);
    case '{':
      if (!valid[INVOKE_BRACE]) return -1;
      next(lexer);
      return accept(lexer, INVOKE_BRACE);
    default:
      return -1;
  }
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Blanks and line breaks                                                                                           */
/* ---------------------------------------------------------------------------------------------------------------- */

/*
 * On a comment behind a line break: is `|` the next token, without an empty line before it? Takes nothing.
 */
static bool continues_behind_comments(TSLexer *lexer) {
  bool empty_line = false;
  for (;;) {
    int32_t c = lexer->lookahead;
    if (is_blank(c)) {
      next(lexer);
    } else if (is_line_break(c)) {
      if (empty_line) return false;
      empty_line = true;
      next(lexer);
      if (c == '\r' && lexer->lookahead == '\n') next(lexer);
    } else if (c == '#') {
      empty_line = false;
      skip_line_comment(lexer);
    } else if (c == '<') {
      empty_line = false;
      next(lexer);
      if (lexer->lookahead != '#' || !skip_block_comment(lexer)) return false;
    } else {
      return c == '|';
    }
  }
}

/*
 * Behind a line break that could end the statement, on what comes next: does it? A line that begins with `|` continues
 * the pipeline of the line before, unless an empty line stands between.
 */
static int scan_end_of_line(Scanner *scanner, TSLexer *lexer, unsigned line_breaks) {
  mark(lexer);
  if (line_breaks == 1) {
    if (lexer->lookahead == '|') return 0;
    if ((lexer->lookahead == '#' || lexer->lookahead == '<') && continues_behind_comments(lexer)) {
      scanner->joining = true;
      return accept_marked(lexer, LINE_JOIN);
    }
  }
  return accept_marked(lexer, NEWLINE);
}

/* 1: accepted; 0: rejected; -1: on the first character of the next token; -2: behind a backtick that begins a word. */
static int scan_blanks(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  unsigned line_breaks = 0; /* those that can end the statement */
  for (;;) {
    int32_t c = lexer->lookahead;
    if (is_blank(c)) {
      skip(lexer);
    } else if (is_line_break(c)) {
      if (scanner->same_line && valid[WORD] && !valid[PARAMETER]) return 0;
      if (valid[NEWLINE] && !scanner->joining) line_breaks++;
      skip(lexer);
      if (c == '\r' && lexer->lookahead == '\n') skip(lexer);
    } else if (c == '`' && line_breaks == 0) {
      mark(lexer);
      next(lexer);
      if (!is_blank(lexer->lookahead) && !is_line_break(lexer->lookahead)) return -2;
      bool carriage_return = lexer->lookahead == '\r';
      skip(lexer);
      if (carriage_return && lexer->lookahead == '\n') skip(lexer);
    } else {
      return line_breaks == 0 ? -1 : scan_end_of_line(scanner, lexer, line_breaks);
    }
  }
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* All together                                                                                                     */
/* ---------------------------------------------------------------------------------------------------------------- */

/* The rest of the line behind `--%`, to a pipe outside of quotes. */
static bool scan_verbatim_argument(TSLexer *lexer) {
  bool quoted = false, empty = true;
  mark(lexer);
  for (;;) {
    int32_t c = lexer->lookahead;
    if (is_line_break(c) || at_end(lexer)) break;
    if (is_double_quote(c)) quoted = !quoted;
    else if (!quoted && c == '|') break;
    else if (!quoted && c == '&') {
      mark(lexer);
      next(lexer);
      if (lexer->lookahead == '&') return !empty && accept_marked(lexer, VERBATIM_ARGUMENT);
      empty = false;
      continue;
    }
    next(lexer);
    empty = false;
  }
  return !empty && accept(lexer, VERBATIM_ARGUMENT);
}

/* While an error is mended any token may come: the plainest reading of the text lets the parser find its feet. */
static bool scan_in_error(Scanner *scanner, TSLexer *lexer) {
  scanner->quoting = 0;
  scanner->joining = scanner->same_line = false;
  while (is_blank(lexer->lookahead)) skip(lexer);
  int32_t c = lexer->lookahead;
  if (is_line_break(c)) {
    while (is_line_break(lexer->lookahead) || is_blank(lexer->lookahead)) skip(lexer);
    return accept(lexer, NEWLINE);
  }
  if (c == '#') return scan_line_comment(lexer);
  if (c == '`') {
    next(lexer);
    return at_end(lexer) && accept(lexer, ERROR_RECOVERY);
  }
  if (c == '$') {
    next(lexer);
    enum Variable variable = scan_variable(lexer);
    return variable != NO_VARIABLE && variable != BAD_VARIABLE && accept_marked(lexer, VARIABLE);
  }
  if (is_double_quote(c)) {
    next(lexer);
    return scan_string(scanner, lexer);
  }
  if (is_single_quote(c)) {
    next(lexer);
    return skip_verbatim(lexer) && accept(lexer, VERBATIM_STRING);
  }
  if (is_letter(c)) {
    char text[NAME_MAX];
    scan_identifier(lexer, text);
    const Keyword *keyword = is_word_stop(lexer->lookahead) ? find_keyword(text) : NULL;
    if (keyword) return !is_reserved(keyword) && accept(lexer, keyword->token);
    while (is_name(lexer->lookahead) || is_dash(lexer->lookahead)) next(lexer);
    return is_word_stop(lexer->lookahead) && accept(lexer, COMMAND_NAME);
  }
  return false;
}

static bool scan_token(Scanner *scanner, TSLexer *lexer, const bool *valid) {
  /* Between the parts of strings and words blanks are text. */
  if (valid[STRING_END]) return scan_string_rest(scanner, lexer);
  if (valid[WORD_END]) return scan_word_rest(scanner, lexer, false);
  if (valid[QUOTED_END]) return scan_word_rest(scanner, lexer, true);
  if (valid[HERE_STRING_END]) return scan_here_string_rest(scanner, lexer);

  int glued = scan_glued(scanner, lexer, valid);
  if (glued >= 0) return glued;
  int blanks = scan_blanks(scanner, lexer, valid);
  if (blanks >= 0) return blanks;
  if (blanks == -2) {
    if (scanner->quoting > 0 && is_double_quote(lexer->lookahead)) {
      next(lexer);
      return valid[STRING] && scan_string(scanner, lexer);
    }
    if (at_end(lexer)) return accept(lexer, ERROR_RECOVERY);
    skip_escaped(lexer);
    return scan_any_word(scanner, lexer, valid);
  }
  if (valid[VERBATIM_ARGUMENT]) return scan_verbatim_argument(lexer);
  if (valid[ASSEMBLY_NAME]) return scan_assembly_name(lexer);

  int32_t c = lexer->lookahead;
  if (valid[FUNCTION_NAME] && !is_word_stop(c) && c != '#' && c != '<') {
    return scan_name_word(scanner, lexer, FUNCTION_NAME);
  }
  if (is_letter(c)) return scan_letters(scanner, lexer, valid);
  if (is_double_quote(c)) {
    next_double_quote(lexer, scanner->quoting);
    return valid[STRING] && scan_string(scanner, lexer);
  }
  if (is_single_quote(c)) {
    next(lexer);
    return valid[VERBATIM_STRING] && skip_verbatim(lexer) && accept(lexer, VERBATIM_STRING);
  }
  if (is_dash(c)) return scan_dash(scanner, lexer, valid);
  if (c >= '1' && c <= '6' && (valid[FILE_REDIRECTION] || valid[COMMAND_NAME])) {
    next(lexer);
    if (lexer->lookahead == '>') return scan_stream(lexer, valid, c);
    if (!valid[WORD] && !valid[COMMAND_NAME] && !valid[NUMBER]) return false;
    return scan_number_or_word(scanner, lexer, valid, (Number){.value = c - '0'});
  }
  if (is_digit(c)) return scan_number_or_word(scanner, lexer, valid, (Number){0});
  if (c == '&' && valid[INVOCATION]) {
    next(lexer);
    return lexer->lookahead != '&' && accept(lexer, INVOCATION);
  }
  if (is_word_stop(c)) {
    if (c != 0 || at_end(lexer)) return false;
    next(lexer); /* a zero byte begins a word, though it also ends one */
    return scan_any_word(scanner, lexer, valid);
  }
  switch (c) {
    case '#':
      return scan_line_comment(lexer);
    case '<':
      next(lexer);
      /* without the sign, a command of that name: the engine wants it so */
      if (lexer->lookahead != '#') return valid[COMMAND_NAME] && accept(lexer, COMMAND_NAME);
      next(lexer);
      return skip_block_comment(lexer) && accept(lexer, COMMENT);
    case '$': return scan_dollar(scanner, lexer, valid);
    case '@': return scan_at(scanner, lexer, valid);
    case '.': return scan_dot(scanner, lexer, valid);
    case '+': return scan_plus(scanner, lexer, valid);
    case '*': case '/': case '%': return scan_multiplicative(scanner, lexer, valid);
    case '!': return scan_exclamation(scanner, lexer, valid);
    case '>': return scan_redirection(lexer, valid, 0);
    case '=':
      next(lexer);
      return valid[EQUALS] ? accept(lexer, EQUALS) : scan_any_word(scanner, lexer, valid);
    case '?':
      next(lexer);
      return scan_question(scanner, lexer, valid);
    case ':':
      return scan_label(scanner, lexer, valid);
    case '[':
      return valid[WORD] && scan_argument_word(scanner, lexer);
    case ']':
      if (!valid[WORD] && !valid[COMMAND_NAME]) return false;
      next(lexer);
      return accept(lexer, valid[WORD] ? WORD : COMMAND_NAME);
    default:
      return scan_any_word(scanner, lexer, valid);
  }
}

/*
 * tree-sitter 0.20 corrupts its memory when an error meets more than 65,535 unfinished nodes, and takes a time that is
 * quadratic in the number of errors. The engine gives up at some 3,000 levels of nesting. So beyond that, the rest of
 * the script is one error.
 */
static bool is_exhausted(const Scanner *scanner) {
  return scanner->nesting > MOST_NESTING || scanner->prefixes > MOST_PREFIXES || scanner->mended > MOST_MENDED;
}

static bool give_up(TSLexer *lexer) {
  if (at_end(lexer)) return false;
  while (!at_end(lexer)) next(lexer);
  return accept(lexer, ERROR_RECOVERY);
}

/* The generated lexer takes what is next: a bracket or a separator. */
static void count_separator(Scanner *scanner, int32_t c, const bool *valid) {
  if (c == '(' || c == '{' || c == '[') scanner->nesting++;
  else if ((c == ')' || c == '}' || c == ']') && scanner->nesting > 0) scanner->nesting--;
  else if (c == ';') scanner->prefixes = 0;
  else if (c == ',' && valid[NUMBER]) scanner->prefixes++;
}

static void count_token(Scanner *scanner, TSSymbol token, const bool *valid) {
  switch (token) {
    case NEWLINE:
      scanner->prefixes = 0;
      break;
    case EQUALS: case ASSIGN: case QUESTION: case UNARY: case INCREMENT: case TYPE_NAME:
      scanner->prefixes++;
      break;
    case PLUS_MINUS: case SPLIT_JOIN:
      scanner->prefixes += valid[NUMBER];
      break;
    case NESTED_OPEN: case INDEX_OPEN: case INVOKE_OPEN: case INVOKE_BRACE: case GENERIC_OPEN:
      scanner->nesting++;
      break;
    default:
      break;
  }
}

void *tree_sitter_powershell_external_scanner_create(void) { return calloc(1, sizeof(Scanner)); }

void tree_sitter_powershell_external_scanner_destroy(void *payload) { free(payload); }

unsigned tree_sitter_powershell_external_scanner_serialize(void *payload, char *buffer) {
  const Scanner *scanner = payload;
  char flags = (char)(scanner->joining | scanner->same_line << 1);
  if (scanner->quoting == 0 && flags == 0) return 0;
  memcpy(buffer, &scanner->quoting, sizeof scanner->quoting);
  buffer[sizeof scanner->quoting] = flags;
  return sizeof scanner->quoting + 1;
}

void tree_sitter_powershell_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  Scanner *scanner = payload;
  scanner->quoting = 0;
  scanner->joining = scanner->same_line = false;
  scanner->at_start = buffer == NULL;
  if (length < sizeof scanner->quoting + 1) return;
  memcpy(&scanner->quoting, buffer, sizeof scanner->quoting);
  scanner->joining = buffer[sizeof scanner->quoting] & 1;
  scanner->same_line = buffer[sizeof scanner->quoting] >> 1 & 1;
}

bool tree_sitter_powershell_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  Scanner *scanner = payload;
  bool mending = valid[ERROR_RECOVERY];
  if (mending) scanner->mended++;
  /* An error may be mended by starting again from the first state: that is no new script. */
  else if (valid[KW_USING] && scanner->at_start && !scanner->was_mending) scanner->nesting = scanner->prefixes = scanner->mended = 0;
  scanner->was_mending = mending && !at_end(lexer);
  if (is_exhausted(scanner)) return give_up(lexer);
  if (mending) return scan_in_error(scanner, lexer);
  bool joining = scanner->joining;
  if (!scan_token(scanner, lexer, valid)) {
    count_separator(scanner, lexer->lookahead, valid);
    return false;
  }
  TSSymbol token = lexer->result_symbol;
  if (token == COMMENT) return true;
  count_token(scanner, token, valid);
  if (joining) scanner->joining = false;
  scanner->same_line = token == INVOCATION || token == FILE_REDIRECTION || token == PARAMETER_COLON;
  return true;
}
