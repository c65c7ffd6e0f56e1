/**
 * PowerShell for tree-sitter.
 *
 * PowerShell reads the same characters in two ways: as an expression (`$a - 1`) or as a command (`foo - 1`), and
 * decides by what it is looking for, not by what it sees. So nearly every token comes from `src/scanner.c`, which knows
 * from the set of valid tokens which of the two is being read; only brackets and separators are left to the generated
 * lexer.
 *
 * Rule names follow the language specification and Microsoft's AST classes.
 */

// Binding strength, loosest first. All binary operators are left-associative.
const PREC = {
  ternary: 1,
  logical: 2, // -and -or -xor
  bitwise: 3, // -band -bor -bxor
  comparison: 4, // -eq -like -is -as -in -split -join -replace ...
  coalesce: 5, // ??
  additive: 6, // + -
  multiplicative: 7, // * / %
  format: 8, // -f
  range: 9, // ..
  comma: 10,
  unary: 11,
  cast: 12, // so that `-split [int] -1` casts -1
  postfix: 13, // so that `-split $a++` splits $a++
};

const commaSep1 = (rule) => seq(rule, repeat(seq(',', rule)));
const commaSep = (rule) => optional(commaSep1(rule));

/** All binary operators, over operands with array literals or, within lists, without. */
function operations($, operand) {
  const binary = [
    [PREC.logical, $.logical_operator],
    [PREC.bitwise, $.bitwise_operator],
    [PREC.comparison, choice($.comparison_operator, alias($._split_join, $.comparison_operator))],
    [PREC.coalesce, $.null_coalesce_operator],
    [PREC.additive, alias($._plus_minus, $.additive_operator)],
    [PREC.multiplicative, $.multiplicative_operator],
    [PREC.format, $.format_operator],
    [PREC.range, $.range_operator],
  ];
  return choice(...binary.map(([level, operator]) =>
    prec.left(level, seq(
      field('left', operand),
      field('operator', operator),
      field('right', operand),
    ))));
}

const ternary = ($, expression) => prec.right(PREC.ternary, seq(
  field('condition', expression),
  $._question,
  field('consequence', expression),
  ':',
  field('alternative', expression),
));

// A unary expression without a node of its own on the way from operand to expression. Lists of millions of numbers are made
// of these, and each node takes a hundred bytes.
const element = ($) => choice(alias($._unary_comma, $.array_literal), $._operand);

// What `_expression` and `_list_expression` are, said once more for each place where no operator can follow: there the hidden
// rule would be one more step for nothing.
const expression = ($) => choice($.ternary_expression, $.binary_expression, $.array_literal, element($));

const listExpression = ($) => choice(
  alias($._list_ternary, $.ternary_expression), alias($._list_binary, $.binary_expression), $._operand,
);

/** `rule` as often as one likes. In fours and what is left over: a step for each takes longer than to read it. */
function many(rule) {
  const upTo = (count) => count === 0 ? blank() : optional(seq(rule, upTo(count - 1)));
  return choice(upTo(3), seq(repeat1(seq(rule, rule, rule, rule)), upTo(3)));
}

module.exports = grammar({
  name: 'powershell',

  externals: $ => [
    $._newline, // the end of a line where that ends a statement
    $.comment,
    $._line_join, // nothing: says that the lines ahead belong to this statement, because they begin with `|`

    // Words. A word with expansions inside is cut where they begin; `_q` cuts are inside double quotes.
    $.command_name,
    $.generic_token,
    $._word_start, $._word_start_q, $._word_variable,
    $._word_part, $._word_part_q, $._word_end, // out of quotes
    $._quoted_part, $._quoted_part_q, $._quoted_end, // in quotes

    // Strings: whole where nothing is expanded, else cut like words.
    $.verbatim_string, $.verbatim_here_string,
    $.expandable_string, $._string_start, $._string_part, $._string_end,
    $.expandable_here_string, $._here_string_start, $._here_string_part, $._here_string_end,
    $._nested_variable, $._nested_open,

    $.variable, $.splatted_variable, $.number,

    $.command_parameter, $._parameter_colon, $._end_of_parameters,
    $.stop_parsing, $.verbatim_argument,
    $.file_redirection_operator, $.merging_redirection,

    // Only right behind an operand, without a blank.
    $.member_operator, $._index_open, $._invoke_open, $._invoke_brace, $._generic_open,

    $.simple_name, $.function_name, $.type_name, $.assembly_name,

    $._equals, $._assign,
    $.logical_operator, $.bitwise_operator, $.comparison_operator, $._split_join,
    $.null_coalesce_operator, $._plus_minus, $.multiplicative_operator, $.format_operator, $.range_operator,
    $._increment, $._unary, $._question,
    $.label, $.invocation_operator,

    $._if, $._elseif, $._else, $._switch, $._default, $._foreach, $._in, $._for, $._while, $._do, $._until,
    $._function, $._return, $._throw, $._exit, $._break, $._continue, $._trap, $._try, $._catch, $._finally,
    $._data, $._parallel, $._param, $._block_name, $._class, $._enum, $._using, $._static, $._hidden,

    $._error_recovery, // never valid in a rule, so: valid only while an error is being mended
  ],

  extras: $ => [
    /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/,
    /`[\r\n\s]/,
    $.comment,
    $._line_join,
  ],

  inline: $ => [
    $._terminator,
    $._type_constraint,
    $._type,
    $._assignable,
    $._variable_like,
    $._command_argument,
    $._argument,
    $._operand,
    $._pipeline_statement,
    $._terminated_statement,
    $._ended_statement,
    $._assignment_operator,
    $._attribute_argument,
    $._hash_key,
    $._hash_item,
    $._jump_statement,
    $._simple_statement,
    $._statements,
    $._condition,
    $._hash_entries,
    $._member,
    $._class_body,
    $._unary_expression,
    $._primary,
    $._script_block_body,
  ],

  rules: {
    // ---------------------------------------------------------------------------------------------------------------
    // Scripts and blocks
    // ---------------------------------------------------------------------------------------------------------------

    program: $ => seq(
      repeat(seq($.using_statement, $._terminator)),
      optional(choice($.using_statement, $._script_block_body)),
    ),

    using_statement: $ => seq(
      alias($._using, 'using'),
      field('kind', $.simple_name),
      field('name', $._argument),
      optional(seq(alias($._equals, '='), field('value', $._argument))),
    ),

    _script_block_body: $ => choice(
      seq($.param_block, optional($._blocks_or_statements)),
      $._blocks_or_statements,
    ),
    // Semicolons at the start keep no block from having a name.
    _blocks_or_statements: $ => choice(
      seq(repeat1(';'), optional(choice($._named_blocks, $._first_statements))),
      $._named_blocks,
      $._first_statements,
    ),

    param_block: $ => $._attributed_param_block,

    // Right-recursive, as attributes before an expression or a class are: which of them it is shows at the end.
    _attributed_param_block: $ => choice(
      seq(field('attributes', $.attribute), $._attributed_param_block),
      seq(alias($._param, 'param'), '(', commaSep(field('parameters', $.parameter)), ')'),
    ),

    _named_blocks: $ => repeat1(seq($.named_block, repeat(';'))),

    named_block: $ => seq(field('name', alias($._block_name, $.block_name)), field('body', $.statement_block)),

    statement_block: $ => seq('{', optional($._statements), '}'),

    // A script block that is a function's, a method's or a filter's body, or the value `{ ... }`.
    script_block: $ => seq('{', optional($._script_block_body), '}'),
    script_block_expression: $ => seq('{', optional($._script_block_body), '}'),

    parameter: $ => seq(
      repeat(choice(field('attributes', $.attribute), field('attributes', $._type_constraint))),
      field('name', $.variable),
      optional(seq(alias($._equals, '='), field('default', listExpression($)))),
    ),

    attribute: $ => seq(
      // The engine takes a comma before the first argument.
      '[', field('name', $._type), '(', optional(seq(optional(','), commaSep1($._attribute_argument))), ')', ']',
    ),

    _attribute_argument: $ => choice(
      field('arguments', $.named_attribute_argument),
      field('arguments', listExpression($)),
    ),

    named_attribute_argument: $ => seq(
      field('name', $.simple_name),
      optional(seq(alias($._equals, '='), field('value', listExpression($)))),
    ),

    // ---------------------------------------------------------------------------------------------------------------
    // Statements
    // ---------------------------------------------------------------------------------------------------------------

    _statements: $ => choice(
      seq(repeat1($._terminated_statement), optional($._simple_statement)),
      $._simple_statement,
    ),

    // The same, with no semicolon before the first.
    _first_statements: $ => choice(
      seq($._ended_statement, repeat($._terminated_statement), optional($._simple_statement)),
      $._simple_statement,
    ),

    _terminated_statement: $ => choice($._ended_statement, ';'),

    // Statements that end with a block need nothing behind them, and must not: `else` may stand on the next line.
    _ended_statement: $ => choice(
      $._block_statement,
      seq($._simple_statement, choice($._terminator, $.background_operator)),
      $._jump_statement,
      seq($._jump_statement, $._newline),
    ),

    _terminator: $ => choice($._newline, ';'),

    background_operator: _ => '&',

    _simple_statement: $ => choice(
      $._pipeline_statement,
      $.return_statement,
      $.throw_statement,
      $.exit_statement,
    ),

    // Only the end of the line keeps what follows from being the label; nothing else has to end them.
    _jump_statement: $ => choice($.break_statement, $.continue_statement),

    _block_statement: $ => choice(
      $.if_statement,
      $.switch_statement,
      $.foreach_statement,
      $.for_statement,
      $.while_statement,
      $.do_statement,
      $.try_statement,
      $.trap_statement,
      $.data_statement,
      $.block_statement,
      $.function_definition,
      $.class_definition,
      $.enum_definition,
      alias($._block_assignment, $.assignment_statement),
    ),

    _statement: $ => choice($._simple_statement, $._block_statement),

    _condition: $ => seq(
      '(',
      field('condition', choice(
        seq($._pipeline_statement, optional($._newline)),
        alias($._block_assignment, $.assignment_statement),
      )),
      ')',
    ),

    if_statement: $ => seq(
      alias($._if, 'if'), $._condition, field('body', $.statement_block),
      repeat(field('clauses', $.elseif_clause)),
      optional(field('clauses', $.else_clause)),
    ),
    elseif_clause: $ => seq(alias($._elseif, 'elseif'), $._condition, field('body', $.statement_block)),
    else_clause: $ => seq(alias($._else, 'else'), field('body', $.statement_block)),

    switch_statement: $ => seq(
      optional(field('label', $.label)),
      alias($._switch, 'switch'),
      repeat(field('flags', alias($.command_parameter, $.switch_flag))),
      // `(pipeline)`, or the argument of -file
      field('condition', $._argument),
      repeat(field('flags', alias($.command_parameter, $.switch_flag))),
      '{', repeat1(seq(field('clauses', $.switch_clause), repeat(';'))), '}',
    ),
    switch_clause: $ => seq(
      field('condition', choice(alias($._default, $.default), $._argument)),
      field('body', $.statement_block),
    ),

    foreach_statement: $ => seq(
      optional(field('label', $.label)),
      alias($._foreach, 'foreach'),
      repeat(choice(
        field('flags', alias($.command_parameter, $.foreach_flag)),
        field('flags', $.number),
        field('flags', $.variable),
      )),
      '(',
      field('variable', $.variable),
      alias($._in, 'in'),
      field('collection', $._pipeline_statement),
      optional($._newline),
      ')',
      field('body', $.statement_block),
    ),

    for_statement: $ => {
      const separator = $._terminator;
      const part = (name) => choice(seq(field(name, $._for_part), separator), ';');
      const last = (name) => optional(seq(field(name, $._for_part), optional($._newline)));
      return seq(
        optional(field('label', $.label)),
        alias($._for, 'for'),
        '(',
        choice(
          last('initializer'),
          seq(part('initializer'), last('condition')),
          seq(part('initializer'), part('condition'), last('iterator')),
        ),
        ')',
        field('body', $.statement_block),
      );
    },
    _for_part: $ => $._pipeline_statement,

    while_statement: $ => seq(
      optional(field('label', $.label)),
      alias($._while, 'while'), $._condition, field('body', $.statement_block),
    ),

    do_statement: $ => seq(
      optional(field('label', $.label)),
      alias($._do, 'do'), field('body', $.statement_block),
      choice(alias($._while, 'while'), alias($._until, 'until')), $._condition,
    ),

    try_statement: $ => seq(
      alias($._try, 'try'), field('body', $.statement_block),
      choice(
        seq(repeat1(field('clauses', $.catch_clause)), optional(field('finally', $.finally_clause))),
        field('finally', $.finally_clause),
      ),
    ),
    catch_clause: $ => seq(
      alias($._catch, 'catch'),
      commaSep(field('types', $._type_constraint)),
      field('body', $.statement_block),
    ),
    finally_clause: $ => seq(alias($._finally, 'finally'), field('body', $.statement_block)),

    trap_statement: $ => seq(
      alias($._trap, 'trap'), optional(field('type', $._type_constraint)), field('body', $.statement_block),
    ),

    data_statement: $ => seq(
      alias($._data, 'data'),
      optional(field('name', $.simple_name)),
      optional(seq(
        field('flags', alias($.command_parameter, $.data_flag)),
        commaSep1(field('commands', $._argument)),
      )),
      field('body', $.statement_block),
    ),

    // `parallel { }` and `sequence { }`, in workflows
    block_statement: $ => seq(field('kind', alias($._parallel, $.block_name)), field('body', $.statement_block)),

    return_statement: $ => prec.right(seq(alias($._return, 'return'), optional(field('value', $._pipeline_statement)))),
    throw_statement: $ => prec.right(seq(alias($._throw, 'throw'), optional(field('value', $._pipeline_statement)))),
    exit_statement: $ => prec.right(seq(alias($._exit, 'exit'), optional(field('value', $._pipeline_statement)))),
    break_statement: $ => prec.right(seq(
      alias($._break, 'break'), optional(field('label', $._label_expression)),
    )),
    continue_statement: $ => prec.right(seq(
      alias($._continue, 'continue'), optional(field('label', $._label_expression)),
    )),
    _label_expression: $ => choice($.simple_name, $._unary_expression),

    // ---------------------------------------------------------------------------------------------------------------
    // Functions and types
    // ---------------------------------------------------------------------------------------------------------------

    function_definition: $ => seq(
      field('kind', alias($._function, $.function_keyword)),
      field('name', $.function_name),
      optional($._parameter_list),
      field('body', $.script_block),
    ),

    _parameter_list: $ => seq('(', commaSep(field('parameters', $.parameter)), ')'),

    class_definition: $ => $._attributed_class,
    _attributed_class: $ => choice(
      seq(field('attributes', $.attribute), $._attributed_class),
      seq(
        alias($._class, 'class'),
        field('name', $.simple_name),
        optional(seq(':', commaSep1(field('bases', alias($._base_type, $.base_type))))),
        '{', optional($._class_body), '}',
      ),
    ),
    _base_type: $ => $._type,

    _class_body: $ => choice(
      seq(repeat1($._class_item), optional(field('members', $.property_member))),
      field('members', $.property_member),
    ),
    _class_item: $ => choice(
      field('members', $.method_member),
      seq(field('members', $.property_member), $._newline),
      field('members', alias($._terminated_property, $.property_member)),
      ';',
    ),

    // The semicolon belongs to the member, a new line does not.
    _terminated_property: $ => seq($._property, ';'),
    property_member: $ => $._property,
    _property: $ => seq(
      repeat($._member_attribute),
      field('name', $.variable),
      optional(seq(alias($._equals, '='), field('value', $._expression))),
    ),

    method_member: $ => seq(
      repeat($._member_attribute),
      field('name', $.simple_name),
      $._parameter_list,
      optional(seq(':', field('base', $.base_constructor_call))),
      field('body', $.script_block),
    ),
    base_constructor_call: $ => seq(
      field('name', $.simple_name), '(', commaSep(field('arguments', listExpression($))), ')',
    ),

    _member_attribute: $ => choice(
      field('attributes', $.attribute),
      field('attributes', $._type_constraint),
      field('modifiers', alias($._static, $.modifier)),
      field('modifiers', alias($._hidden, $.modifier)),
    ),

    enum_definition: $ => $._attributed_enum,
    _attributed_enum: $ => choice(
      seq(field('attributes', $.attribute), $._attributed_enum),
      seq(
        alias($._enum, 'enum'),
        field('name', $.simple_name),
        optional(seq(':', field('base', alias($._base_type, $.base_type)))),
        '{',
        repeat(choice(
          seq(field('members', $.enum_member), $._terminator),
          ';',
        )),
        optional(field('members', $.enum_member)),
        '}',
      ),
    ),
    enum_member: $ => seq(
      field('name', $.simple_name),
      optional(seq(alias($._equals, '='), field('value', $._expression))),
    ),

    // ---------------------------------------------------------------------------------------------------------------
    // Pipelines and commands
    // ---------------------------------------------------------------------------------------------------------------

    _pipeline_statement: $ => choice(
      $.assignment_statement,
      $.pipeline,
      $.pipeline_chain,
    ),

    assignment_statement: $ => seq(
      field('left', $._assignable), $._assignment_operator, field('right', $._simple_statement),
    ),
    _block_assignment: $ => seq(
      field('left', $._assignable), $._assignment_operator, field('right', $._block_statement),
    ),

    // What has a place to put a value.
    _variable_like: $ => choice(
      $.variable,
      $.member_expression,
      $.invoke_member_expression,
      $.index_expression,
      $.parenthesized_expression,
    ),
    _assignable: $ => choice(
      $._variable_like,
      $.cast_expression,
      $.array_literal,
      $.attributed_expression,
    ),

    _assignment_operator: $ => field('operator', choice(
      alias($._equals, $.assignment_operator), alias($._assign, $.assignment_operator),
    )),

    pipeline_chain: $ => prec.left(seq(
      field('left', choice($.pipeline, $.pipeline_chain)),
      field('operator', choice('&&', '||')),
      field('right', $.pipeline),
    )),

    // Short ones in one step.
    pipeline: $ => choice(
      ...[$.command, $.command_expression, expression($)].flatMap((first) => [
        first,
        seq(first, '|', $.command),
        seq(first, '|', $.command, '|', $.command),
        seq(first, '|', $.command, '|', $.command, repeat1(seq('|', $.command))),
      ]),
    ),

    // An expression with redirections; one without stands for itself.
    command_expression: $ => seq(
      field('expression', $._expression),
      repeat1(field('redirections', $._redirection)),
    ),

    command: $ => seq(
      choice(
        field('name', $.command_name),
        seq(
          field('operator', $.invocation_operator),
          field('name', $._argument),
        ),
      ),
      many(field('arguments', $._command_element)),
      optional($._command_tail),
    ),

    // From the first redirection or `--` on. Behind `--` nothing is a parameter.
    _command_tail: $ => choice(
      seq(
        field('redirections', $._redirection),
        repeat(choice(
          field('arguments', $._command_element),
          field('redirections', $._redirection),
        )),
        optional($._plain_arguments),
      ),
      $._plain_arguments,
    ),
    _plain_arguments: $ => seq(
      field('arguments', alias($._end_of_parameters, $.command_parameter)),
      repeat(choice(
        field('arguments', $._command_argument),
        field('redirections', $._redirection),
      )),
    ),

    _command_element: $ => choice(
      $.command_parameter,
      alias($._parameter_with_argument, $.command_parameter),
      $._command_argument,
    ),
    _command_argument: $ => choice(
      $._argument,
      $.splatted_variable,
      alias($._argument_array, $.array_literal),
      seq($.stop_parsing, optional($.verbatim_argument)),
    ),

    _parameter_with_argument: $ => seq(
      field('name', alias($._parameter_colon, $.parameter_name)),
      field('argument', choice($._argument, alias($._argument_array, $.array_literal))),
    ),

    _argument_array: $ => seq($._argument, repeat1(seq(',', $._argument))),

    _argument: $ => choice($.generic_token, alias($._expandable_token, $.generic_token), $._primary),

    _redirection: $ => choice($.file_redirection, $.merging_redirection),
    file_redirection: $ => seq(
      field('operator', $.file_redirection_operator),
      field('file', $._argument),
    ),

    // A word with expansions. The two helpers are "so far, out of quotes" and "so far, within double quotes".
    _expandable_token: $ => choice(
      seq($._unquoted, $._word_end),
      seq($._quoted, $._quoted_end),
    ),
    _unquoted: $ => choice(
      $._word_start,
      alias($._word_variable, $.variable),
      seq($._unquoted, choice($._expansion, $._word_part)),
      seq($._quoted, $._quoted_part),
    ),
    _quoted: $ => choice(
      $._word_start_q,
      seq($._quoted, choice($._expansion, $._quoted_part_q)),
      seq($._unquoted, $._word_part_q),
    ),

    // ---------------------------------------------------------------------------------------------------------------
    // Expressions
    // ---------------------------------------------------------------------------------------------------------------

    _expression: $ => choice(
      $.ternary_expression,
      $.binary_expression,
      $.array_literal,
      $._unary_expression,
    ),
    ternary_expression: $ => ternary($, $._expression),
    binary_expression: $ => operations($, $._expression),
    array_literal: $ => prec(PREC.comma, seq($._unary_expression, repeat1(seq(',', element($))))),

    // The same, where a comma separates: in the arguments of methods and attributes, and for default values.
    _list_expression: $ => choice(
      alias($._list_ternary, $.ternary_expression),
      alias($._list_binary, $.binary_expression),
      $._list_operand,
    ),
    // A comma before it would be one of the list's.
    _list_operand: $ => $._operand,
    _list_ternary: $ => ternary($, $._list_expression),
    _list_binary: $ => operations($, $._list_expression),

    _unary_expression: $ => element($),

    // What can follow a cast: not a comma, `[int], [string]` is a list.
    _operand: $ => choice(
      $.unary_expression,
      alias($._increment_expression, $.unary_expression),
      $.cast_expression,
      $.attributed_expression,
      $.postfix_expression,
      $.type_literal,
      $._primary,
    ),

    unary_expression: $ => prec(PREC.unary, seq(
      field('operator', choice(
        alias($._unary, $.unary_operator),
        alias($._split_join, $.unary_operator),
        alias($._plus_minus, $.unary_operator),
      )),
      field('operand', $._unary_expression),
    )),
    _increment_expression: $ => prec(PREC.unary, seq(
      field('operator', alias($._increment, $.unary_operator)),
      field('operand', choice($._variable_like, $.cast_expression)),
    )),

    _unary_comma: $ => prec(PREC.unary, seq(',', $._unary_expression)),

    postfix_expression: $ => prec(PREC.postfix, seq(
      field('operand', $._variable_like), field('operator', alias($._increment, $.postfix_operator)),
    )),

    cast_expression: $ => prec.right(PREC.cast, seq(
      field('type', $._type_constraint), field('operand', $._operand),
    )),

    // Only variables have attributes.
    attributed_expression: $ => seq(
      field('attribute', $.attribute),
      field('operand', choice($.variable, $.attributed_expression, alias($._variable_cast, $.cast_expression))),
    ),
    _variable_cast: $ => seq(
      field('type', $._type_constraint),
      field('operand', choice($.variable, $.attributed_expression, alias($._variable_cast, $.cast_expression))),
    ),

    _primary: $ => choice($.variable, $.member_expression, $.invoke_member_expression, $._value),

    // All but the most frequent ones, which the inlined rule above puts straight where they belong.
    _value: $ => choice(
      $.number,
      $.verbatim_string,
      $.verbatim_here_string,
      $.expandable_string,
      alias($._expandable_string, $.expandable_string),
      $.expandable_here_string,
      alias($._expandable_here_string, $.expandable_here_string),
      $.parenthesized_expression,
      $.sub_expression,
      $.array_expression,
      $.hashtable,
      $.script_block_expression,
      $.index_expression,
    ),

    parenthesized_expression: $ => seq(
      '(',
      choice(
        seq($._pipeline_statement, optional($.background_operator), optional($._newline)),
        alias($._block_assignment, $.assignment_statement),
      ),
      ')',
    ),

    sub_expression: $ => seq('$(', optional($._statements), ')'),

    array_expression: $ => seq('@(', optional($._statements), ')'),

    hashtable: $ => seq('@{', optional($._hash_entries), '}'),
    _hash_entries: $ => choice(
      seq(repeat1($._hash_item), optional(field('entries', $.hash_entry))),
      field('entries', $.hash_entry),
    ),
    _hash_item: $ => choice(
      seq(field('entries', $.hash_entry), $._terminator),
      field('entries', alias($._block_hash_entry, $.hash_entry)),
      ';',
    ),
    hash_entry: $ => seq($._hash_key, field('value', $._simple_statement)),
    _block_hash_entry: $ => seq($._hash_key, field('value', $._block_statement)),
    _hash_key: $ => seq(field('key', choice($.simple_name, $._unary_expression)), alias($._equals, '=')),

    member_expression: $ => $._member,
    _member: $ => seq(
      field('target', choice($._primary, $.type_literal)),
      field('operator', $.member_operator),
      field('member', $._member_name),
    ),

    invoke_member_expression: $ => seq(
      $._member,
      choice(
        seq(optional($._type_arguments), $._argument_list),
        field('arguments', alias($._invoke_script_block, $.script_block_expression)),
      ),
    ),

    _member_name: $ => choice(
      $.simple_name,
      $.variable,
      $.number,
      $.verbatim_string,
      $.expandable_string,
      alias($._expandable_string, $.expandable_string),
      $.parenthesized_expression,
      $.sub_expression,
      $.array_expression,
      $.hashtable,
      $.script_block_expression,
      $.type_literal,
      alias($._name_cast, $.cast_expression),
    ),
    // `$table.[string]$key`
    _name_cast: $ => prec(PREC.unary, seq(
      field('type', $._type_constraint),
      field('operand', choice($.variable, $.verbatim_string)),
    )),

    _type_arguments: $ => seq(alias($._generic_open, '['), commaSep1(field('type_arguments', $._type)), ']'),
    _argument_list: $ => seq(
      alias($._invoke_open, '('),
      commaSep(seq(field('arguments', listExpression($)), optional($._newline))),
      ')',
    ),
    _invoke_script_block: $ => seq(alias($._invoke_brace, '{'), optional($._script_block_body), '}'),

    index_expression: $ => seq(
      field('target', $._primary),
      field('operator', alias($._index_open, $.index_operator)),
      field('index', expression($)),
      optional($._newline),
      ']',
    ),

    // ---------------------------------------------------------------------------------------------------------------
    // Strings
    // ---------------------------------------------------------------------------------------------------------------

    _expandable_string: $ => seq(
      $._string_start, repeat(choice($._expansion, $._string_part)), $._string_end,
    ),

    _expandable_here_string: $ => seq(
      $._here_string_start, repeat(choice($._expansion, $._here_string_part)), $._here_string_end,
    ),

    _expansion: $ => choice(
      alias($._nested_variable, $.variable),
      alias($._nested_sub_expression, $.sub_expression),
    ),
    _nested_sub_expression: $ => seq(alias($._nested_open, '$('), optional($._statements), ')'),

    // ---------------------------------------------------------------------------------------------------------------
    // Types
    // ---------------------------------------------------------------------------------------------------------------

    _type_constraint: $ => $.type_literal,

    type_literal: $ => seq('[', field('type', $._type), optional($._assembly), ']'),

    _type: $ => choice($.type_name, $.generic_type, $.array_type),

    array_type: $ => seq(field('element', $._type), '[', repeat(','), ']'),

    generic_type: $ => seq(field('name', $.type_name), '[', commaSep1(field('arguments', $._type_argument)), ']'),

    _type_argument: $ => choice($._type, $.type_literal),

    _assembly: $ => seq(',', field('assembly', $.assembly_name)),
  },
});
