[
  (statement_block)
  (script_block)
  (script_block_expression)
  (hashtable)
  (array_expression)
  (param_block)
  (class_definition)
  (enum_definition)
  (switch_statement)
  (comment)
  (verbatim_here_string)
  (expandable_here_string)
] @fold
