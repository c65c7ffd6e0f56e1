(function_definition name: (function_name) @name) @definition.function
(class_definition name: (simple_name) @name) @definition.class
(enum_definition name: (simple_name) @name) @definition.enum
(method_member name: (simple_name) @name) @definition.method
(property_member name: (variable) @name) @definition.field
(command name: (command_name) @name) @reference.call
(invoke_member_expression member: (simple_name) @name) @reference.call
