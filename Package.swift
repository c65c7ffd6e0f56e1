// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "mail2graph",
    products: [
        .executable(name: "mail2graph", targets: ["mail2graph"])
    ],
    targets: [
        .systemLibrary(
            name: "CTreeSitter",
            pkgConfig: "tree-sitter",
            providers: [.apt(["libtree-sitter-dev"])]
        ),
        // The parser tables are slow without the optimiser, and nobody debugs generated code.
        .target(
            name: "TreeSitterPowerShell",
            path: "grammars/powershell",
            sources: ["src/parser.c", "src/scanner.c", "src/wide_table.c"],
            publicHeadersPath: "include",
            cSettings: [.headerSearchPath("src"), .unsafeFlags(["-O2", "-w"])]
        ),
        .target(name: "TreeMemory", cSettings: [.unsafeFlags(["-O2"])]),
        .target(name: "PowerShellSyntax", dependencies: ["CTreeSitter", "TreeMemory", "TreeSitterPowerShell"]),
        .target(name: "PowerShellAnalysis", dependencies: ["PowerShellSyntax"]),
        .target(name: "ScriptDiff", dependencies: ["PowerShellSyntax"]),
        .target(name: "MailMigration", dependencies: ["PowerShellSyntax", "PowerShellAnalysis", "ScriptDiff"]),
        .target(name: "GoldenFiles", dependencies: ["MailMigration", "PowerShellSyntax", "PowerShellAnalysis", "ScriptDiff"]),
        .target(name: "Arguments"),
        .executableTarget(
            name: "mail2graph",
            dependencies: ["Arguments", "GoldenFiles", "MailMigration", "PowerShellSyntax", "PowerShellAnalysis", "ScriptDiff"],
            // The page of a report, in files that its languages' tools read; one executable has it all.
            resources: (["page.html", "page.css"]
                + ["model", "filters", "decisions", "scripts", "diffs", "results", "moving", "plan", "begin"].map { "program/\($0).js" })
                .map { .embedInCode("ReportPage/\($0)") }
        ),
        // What several test targets need.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "PowerShellSyntaxTests", dependencies: ["PowerShellSyntax", "TestSupport", "TreeMemory"]),
        .testTarget(name: "PowerShellAnalysisTests", dependencies: ["PowerShellAnalysis"]),
        .testTarget(name: "ScriptDiffTests", dependencies: ["ScriptDiff", "TestSupport"]),
        .testTarget(name: "ArgumentsTests", dependencies: ["Arguments", "TestSupport"]),
        .testTarget(name: "MailMigrationTests", dependencies: ["MailMigration", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["mail2graph", "TestSupport"]),
        .testTarget(name: "GoldenTests", dependencies: ["GoldenFiles", "mail2graph", "TestSupport"]),
    ]
)
