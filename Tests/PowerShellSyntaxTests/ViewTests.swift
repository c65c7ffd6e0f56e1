import PowerShellSyntax
import Testing

/// What the views say of a node beside its extent.
@Suite struct ViewTests {
    private func first<View: Ast>(_ type: View.Type, _ script: String) throws -> View {
        try #require(SyntaxTree.parse(SourceText(script)).all(type).first)
    }

    @Test func command() throws {
        let command = try first(Command.self, "foo a -Bar:$x –baz 1 > out 2>&1")
        #expect(command.name == "foo")
        #expect(command.invocationOperator == .none)
        #expect(command.elements.map(\.text) == ["foo", "a", "-Bar:$x", "–baz", "1"])
        #expect(command.redirections.map(\.text) == ["> out", "2>&1"])
        let parameters = command.elements.compactMap { element -> CommandParameter? in
            if case .parameter(let parameter) = element { parameter } else { nil }
        }
        #expect(parameters.map(\.parameterName) == ["Bar", "baz"])
        #expect(parameters.map(\.hasColon) == [true, false])
        #expect(parameters[0].argument?.text == "$x")
        #expect(try first(FileRedirection.self, "foo 3>> 'x'").operator == "3>>")
    }

    @Test func invocations() throws {
        #expect(try first(Command.self, "& 'foo bar'").name == "foo bar")
        #expect(try first(Command.self, "& 'foo'").invocationOperator == .call)
        #expect(try first(Command.self, ". $x").invocationOperator == .dot)
        #expect(try first(Command.self, ". $x").name == nil)
    }

    @Test func scriptBlock() throws {
        let block = SyntaxTree.parse(SourceText("param($a) begin { 1 } process { 2; 3 } end { trap { } }")).root
        #expect(block.paramBlock?.parameters.map(\.variable.name) == ["a"])
        #expect(block.beginBlock?.statements.count == 1)
        #expect(block.processBlock?.statements.map(\.text) == ["2", "3"])
        #expect(block.endBlock?.traps.count == 1)
        #expect(block.namedBlocks.map(\.isUnnamed) == [false, false, false])
        #expect(SyntaxTree.parse(SourceText("1")).root.endBlock?.isUnnamed == true)
        #expect(try first(FunctionDefinition.self, "filter f { $_ }").body.processBlock?.statements.count == 1)
    }

    @Test func definitions() throws {
        let function = try first(FunctionDefinition.self, "function script:Send-It([Parameter(Mandatory)][string]$To = 'x') { }")
        #expect(function.name == "script:Send-It")
        let parameter = try #require(function.parameters.first)
        #expect(parameter.attributes.map(\.typeName) == ["Parameter"])
        #expect(parameter.attributes[0].namedArguments.map(\.name) == ["Mandatory"])
        #expect(parameter.typeConstraints.map(\.typeName) == ["string"])
        #expect(parameter.defaultValue?.text == "'x'")

        let type = try first(TypeDefinition.self, "class A : B { [int]$x = 1\n [void] f() { } }")
        #expect(type.name == "A")
        #expect(!type.isEnum)
        #expect(type.baseTypes.map(\.typeName) == ["B"])
        #expect(try first(PropertyMember.self, "class A { [int]$x = 1 }").name == "x")
        #expect(try first(PropertyMember.self, "class A { [int]${x-y} }").name == "x-y")
        #expect(try first(FunctionMember.self, "class A { f() { } }").name == "f")
        #expect(try first(TypeDefinition.self, "enum E { a }").isEnum)
        #expect(try first(UsingStatement.self, "using namespace System.IO").usingKind == "namespace")
    }

    @Test func branches() throws {
        let branch = try first(IfStatement.self, "if ($a) { 1 } elseif ($b) { 2 } else { 3 }")
        #expect(branch.clauses.map(\.condition.text) == ["$a", "$b"])
        #expect(branch.clauses.map(\.body.text) == ["{ 1 }", "{ 2 }"])
        #expect(branch.elseClause?.text == "{ 3 }")

        let choice = try first(SwitchStatement.self, "switch ($x) { 'a' { 1 } default { 2 } }")
        #expect(choice.condition?.text == "$x")
        #expect(choice.clauses.map(\.key.text) == ["'a'"])
        #expect(choice.defaultClause?.text == "{ 2 }")
    }

    @Test func loops() throws {
        let each = try first(ForEachStatement.self, "foreach ($x in $y) { 1 }")
        #expect((each.variable.name, each.condition.text, each.body.text) == ("x", "$y", "{ 1 }"))
        let count = try first(ForStatement.self, "for ($i = 0; $i -lt 3; $i++) { }")
        #expect([count.initializer, count.condition, count.iterator].map { $0?.text } == ["$i = 0", "$i -lt 3", "$i++"])
        #expect(try first(LoopStatement.self, "do { 1 } until ($x)").condition?.text == "$x")
    }

    @Test func errorHandling() throws {
        let attempt = try first(TryStatement.self, "try { 1 } catch [A], [B] { 2 } catch { 3 } finally { 4 }")
        #expect(attempt.body.text == "{ 1 }")
        #expect(attempt.catchClauses.map { $0.types.map(\.typeName) } == [["A", "B"], []])
        #expect(attempt.catchClauses.map(\.body.text) == ["{ 2 }", "{ 3 }"])
        #expect(attempt.finally?.text == "{ 4 }")
        #expect(try first(TrapStatement.self, "trap [A] { 1 }").type?.typeName == "A")
        #expect(try first(FlowStatement.self, "return 1").pipeline?.text == "1")
        #expect(try first(FlowStatement.self, "while (1) { break x }").label?.text == "x")
    }

    @Test func pipelines() throws {
        #expect(try first(Pipeline.self, "foo | bar").elements.map(\.text) == ["foo", "bar"])
        #expect(try first(Pipeline.self, "foo &").isBackground)
        let chain = try first(PipelineChain.self, "a && b || c")
        #expect((chain.left.text, chain.operator, chain.right.text) == ("a && b", "||", "c"))
        let assignment = try first(AssignmentStatement.self, "$x.y += foo")
        #expect((assignment.left.text, assignment.operator, assignment.right.text) == ("$x.y", "+=", "foo"))
        #expect(assignment.right.soleCommand?.name == "foo")
    }

    @Test func operators() throws {
        let binary = try first(BinaryExpression.self, "$a –EQ 1")
        #expect((binary.left.text, binary.operator, binary.right.text) == ("$a", "-eq", "1"))
        #expect(try first(UnaryExpression.self, "$i++").isPostfix)
        #expect(try !first(UnaryExpression.self, "++$i").isPostfix)
        #expect(try first(UnaryExpression.self, "-NOT $x").operator == "-not")
        let choice = try first(TernaryExpression.self, "$a ? 1 : 2")
        #expect([choice.condition, choice.ifTrue, choice.ifFalse].map(\.text) == ["$a", "1", "2"])
    }

    @Test func members() throws {
        let call = try first(InvokeMemberExpression.self, "[Net.Mail]::Send($a, 'b')")
        #expect(call.isStatic)
        #expect(call.memberName == "Send")
        #expect(call.arguments.map(\.text) == ["$a", "'b'"])
        #expect(call.expression.text == "[Net.Mail]")
        #expect(try first(TypeExpression.self, "[Net.Mail]::Send()").typeName == "Net.Mail")
        let member = try first(MemberExpression.self, "${x}?.Name")
        #expect(member.isNullConditional)
        #expect(member.memberName == "Name")
        #expect(try first(MemberExpression.self, "$x.$y").memberName == nil)
        let index = try first(IndexExpression.self, "$x['a']")
        #expect((index.target.text, index.index.text) == ("$x", "'a'"))
    }

    @Test func brackets() throws {
        #expect(try first(ArrayExpression.self, "@(1; 2)").subExpression.statements.map(\.text) == ["1", "2"])
        #expect(try first(SubExpression.self, "$()").subExpression.statements.isEmpty)
        #expect(try first(ParenExpression.self, "((1))").pipeline.soleExpression?.withoutParentheses.text == "1")
        #expect(try first(ArrayLiteral.self, "1, 'a'").elements.map(\.text) == ["1", "'a'"])
        let table = try first(Hashtable.self, "@{ To = $x; 'From' = foo | bar }")
        #expect(table.entries.map(\.key.text) == ["To", "'From'"])
        #expect(table.entries.map(\.value.text) == ["$x", "foo | bar"])
        let cast = try first(ConvertExpression.self, "[string[]]$x")
        #expect((cast.type.typeName, cast.child.text) == ("string[]", "$x"))
        #expect(try first(VariableExpression.self, "foo @x").isSplatted)
        #expect(try first(UsingExpression.self, "$using:x.y").subExpression.text == "$using:x.y")
    }
}
