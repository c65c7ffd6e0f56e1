; Comments and literals
(comment) @comment
(number) @number
[
  (verbatim_string)
  (verbatim_here_string)
  (expandable_string)
  (expandable_here_string)
] @string

; Names
(variable) @variable
(splatted_variable) @variable
((variable) @constant.builtin
  (#match? @constant.builtin "^\\$([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Uu][Ll][Ll])$"))
((variable) @variable.builtin
  (#match? @variable.builtin "^\\$([$?^_]|this|args|input|PSItem|PSScriptRoot|PSCommandPath|MyInvocation|PSCmdlet|Error|Matches|Host|PID|PWD|HOME)$"))
(parameter name: (variable) @variable.parameter)
(command name: (command_name) @function)
(function_definition name: (function_name) @function)
(method_member name: (simple_name) @function.method)
(invoke_member_expression member: (simple_name) @function.method)
(member_expression member: (simple_name) @property)
(property_member name: (variable) @property)
(hash_entry key: (simple_name) @property)
(named_attribute_argument name: (simple_name) @property)
(enum_member name: (simple_name) @constant)
(class_definition name: (simple_name) @type)
(enum_definition name: (simple_name) @type)
(base_type) @type
(type_name) @type
(attribute name: (type_name) @attribute)
(label) @label
(break_statement label: (simple_name) @label)
(continue_statement label: (simple_name) @label)

; Parameters of commands
[
  (command_parameter)
  (parameter_name)
  (switch_flag)
  (data_flag)
  (foreach_flag)
  (stop_parsing)
] @variable.parameter

; Words
[
  "if" "elseif" "else" "switch" "foreach" "in" "for" "while" "do" "until"
  "return" "throw" "exit" "break" "continue" "trap" "try" "catch" "finally"
  "data" "param" "class" "enum" "using"
  (default)
  (block_name)
  (function_keyword)
  (modifier)
] @keyword

; Operators and punctuation
[
  (assignment_operator)
  (logical_operator)
  (bitwise_operator)
  (comparison_operator)
  (null_coalesce_operator)
  (additive_operator)
  (multiplicative_operator)
  (format_operator)
  (range_operator)
  (unary_operator)
  (postfix_operator)
  (invocation_operator)
  (background_operator)
  (file_redirection_operator)
  (merging_redirection)
  "|" "&&" "||"
] @operator
["(" ")" "{" "}" "[" "]" "@(" "@{" "$("] @punctuation.bracket
(index_operator) @punctuation.bracket
[";" ","] @punctuation.delimiter
(member_operator) @punctuation.delimiter
