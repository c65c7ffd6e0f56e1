/// Scripts that between them use the whole language, most in a line.
enum Snippets {
    static let scriptBlocks = [
        "", "\n\n", "# only a comment\n", "#c\n$a = 1\n# d\n", "param($a)", "param($a) $a ", "[CmdletBinding()]param()\n1",
        "using namespace System.Text\nusing namespace System.IO\nparam()\nfoo", "begin { 1 } process { trap {1} 2 } end{}",
        "{}", "{ }", "{param($x) }", "{ $a; }", "{\n }", "{\n}", "{ # c\n}", "{<#c#>}", "function f {\n $x\n # c\n }",
        "process { 1 }", "$x = { param($a) process {1} }", "dynamicparam { } begin { } clean { }", "param();;;1", "{;}",
        "\u{FEFF}foo",
    ]

    static let definitions = [
        "function f {}", "function f($a,[int]$b=1){ $b }", "filter x:y { $_ }", "function global:f-g { end { } }",
        "function f { [CmdletBinding(A=1, B, C={1})] param([Parameter(Mandatory)][Alias(\"x\",\"y\")][string]$a = \"b\") }",
        "param([Parameter(\nMandatory=$true)]\n$x,\n[ValidateSet('a',\n'b')]\n[string[]]\n$y = @('a','b'))", "class A {}",
        """
        class A : System.Exception, System.IDisposable {
            [int]$x; [ValidateNotNull()][string]$y = 1
            hidden static [string]$z
            hidden [int] f([int]$a,$b=1){ return 1 }
            A(){}
            A($x) : base($x, 1) { }
            static f(){ }
            [void] Dispose() { $this.x = 2 }
            static A() { [A]::z = 'x' }
        }
        """,
        "enum E { a; b = 2; c }", "[Flags()]enum E : int { a\n b\n }", "enum E { a; }", "data x -SupportedCommand a,b {1}", "data {1}",
    ]

    static let statements = [
        "if(1){2}elseif(3){4}else{5}", "if (1) {\n}\nelse\n{\n}", "foreach($a in $b){1}", ":l foreach($a in b | c){break l; continue $x}",
        "for($i=0;$i -lt 1;$i++){}", "for(;;){}", "for($i=0\n$i\n){}", "for ($i = 0, 1; ; ) { }", "while(1){}",
        ":x while ($true) { break x }",
        "do{1}while(2)", "do{1}until(2)", "switch($x){1{2}default{3}\"a\"{4}}", "switch -regex -file foo {1{2} {$_}{3}}",
        "switch -f $x {1{2}}", "switch -wildcard -case (foo) {a*{2} (1+1) {3}}", "try{1}catch{2}",
        "try{1}catch [int],[x.y]{2}catch{4}finally{3}", "try { } finally { }", "trap{1}", "trap [int]{continue}", "return", "return 1",
        "return $x | foo", "exit 1", "throw", "throw \"a\"", "break", "while (1) { continue }", "$a = 1", "$x = if(1){2}", "$x = foo | bar",
        "$x = 1 | bar", "[int]$x = 1", "[int]$x, $y = 1,2", "[ValidateNotNull()][string]$x = 1", "$a = $b = 1", "$a.b += 1",
        "$h.a[1].c = 2",
        "$x ??= 1", "$x = try {1} catch {2}", "$x = foo &", "a && b || c", "a &", "foo | bar & baz", "a;b", "a\nb", "foo; ; bar",
        "foo |\n bar |\n # c\n baz", "foo\n| bar", "$x = 1;", "if ($a) {} # c",
    ]

    static let commands = [
        "& $x 1", ". .\\foo.ps1", "& { 1 } -a", "foo -a:1 -b: 2 -c:$x --d -- e", "foo a,b, c", "foo @x $y @($z)", "foo > a 2>&1 3>>b",
        "1 > a", "foo \"a$b\" c$d \"e\"f $g.h $(1)x x$(1) $i[0]", "foo 1 -1 1kb 1a -foo.bar", "foo *>$null", "foo [int] ([int])",
        "foo {1} {2}", "foo --% a b c | d", "foo `\n bar", "foo $x.y($z).w", "foo -p$x", "foo $a.b-c", "foo $a\"b\"", "foo 'a'$b",
        "foo @{a=1}.a", "foo (1).b", "foo -a:(1),2", "foo.exe", "& \"foo$x\"", ".foo", "f$x y", "-foo", "foo -a:$true,1", "foo @using:x",
        "Send-MailMessage -To $to -Subject \"x $($b.c)\" -Body:$x @p", "foo –bar — baz", "foo a`\nb", "foo #c", "foo a#b",
        "foo C:\\a\\*.txt",
        "foo -a $x.y -b", "% { $_ }", "? Name -eq 1", "foo $x -and $y", "foo \"`u{41}\"",
    ]

    static let expressions = [
        "$x[1,2]", "$a.b.c(1,2)", "[int]::Parse(\"1\")", "$a.$b", "$a.\"x $y\"", "$x::y", "@(1;2)", "@()", "$()", "$(1)", "(1)", "1,2,3",
        ",1", "-1", "- 1", "-$x", "!$x", "-not $x", "$i++", "--$i", "1..2", "1 + 2 * 3", "\"a\" -f 1,2", "$a ? 1 : 2", "$a ?? $b", "1kb",
        "1.5e3", "@{a=1;\"b\"=foo; c = if(1){2}}", "@{}", "@{ a = 1, 2\n b = 'x' | foo\n\n 'c d' = { } }", "$using:x", "$using:x.y[0]",
        "\"a $x $(foo) ${y} $($z.a) $a.b $a[0] $a::b\"", "\"abc\"", "'a''b'", "@\"\na $x\n\"@", "@'\na\n'@", "\"$_ $$ $? $^\"", "$env:x",
        "${x}", "[int]", "[int]\"1\"", "[int][string]$x", "[int]-1", "(foo).bar", "@(1,2).length", "${x}?.y()", "${x}?[0]", "$x.foo{1}",
        "$x.where{1}.b", "$x.m[0]", "$x.\"m\"()", "$x.(foo)", "1,2 + 3", "-join 1,2", "-join(1,2)", "$a -split \",\"", "$a -is [int]",
        "$a -as [a.b]", "[void](foo)", "[void]$x.add(1)", "1,2,$x | foo", "[x()]$y", "[x[]]::y", "$x -eq 1 -and $y",
        "[Collections.Generic.Dictionary[string,int]]::new()", "[pscustomobject]@{a=1}", "$x.y(\n1,\n2\n).z", "$x\n.y",
        "$a -replace 'x','y'",
        "(1..3).ForEach({ $_ * 2 })", "$x.Method[int](1)", "1 -band 2 -bor 3", "$a -ceq $b -xor !$c", "\"a`$b\"", "\"$($x -join ', ')\"",
        "[datetime]::Now.AddDays(-1).ToString('d')", "@{ a = @{ b = @( 1, 2 ) } }.a.b[0]", "$x = @(\n  1\n  2\n)",
    ]

    static let all = scriptBlocks + definitions + statements + commands + expressions

    static let broken = [
        "foo (1", "foo \"abc\nbar\n", "if ($a) { foo\n", "if ($a { foo }", "}", "foo )", "$x = ", "1 +", "foo | ", "if", "function",
        "function f", "@{a=1", "@(1,2", "$(foo", "foo -a:", "$x = @{\n a = 1\n b \n}\nfoo", "[int", "[int]]", "foreach ($a of $b) {}",
        "try { 1 }", "\"a $(foo\" ", "@\"\nabc\n", "class A { [int] }", "switch ($x) { 1 }", "foo >", "param($a", "$a[1", "$a.", "1 2",
        "$x $y", "foo\n}\nbar", "for ($i=0;$i -lt 3 { foo }", "'abc", "@'\nabc", "<# abc", "foo ,", "${abc", "$x = 1,",
        "foo { bar ( }\nbaz",
        "while (1) foo", "using", "enum E {", "class A : {", "do { 1 }", "trap", "data", "$x.y(1", "[a(", "param([", "begin {", "switch (1",
        "foo 1>&2",
    ]
}
