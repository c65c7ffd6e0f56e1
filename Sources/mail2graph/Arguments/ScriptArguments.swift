import Arguments

/// What the commands that go over scripts are told: which, what is to be done to them, and what is said.
func scriptArguments(
    _ arguments: ParsedArguments
) throws(UsageError) -> (selection: SelectionArguments, migration: MigrationArguments, output: OutputArguments) {
    let settings = try SettingsArguments.settings(arguments, for: SelectionArguments.paths(arguments))
    return (try SelectionArguments(arguments, settings), try MigrationArguments(arguments, settings), OutputArguments(arguments))
}
