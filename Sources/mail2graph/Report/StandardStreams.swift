import Foundation

/// Writes to standard output.
/// - Throws: The error, where nobody reads any more or the disk is full.
func printOut(_ bytes: [UInt8]) throws(FileError) {
    StatusLine.clear()
    try write(bytes, to: STDOUT_FILENO)
}

/// Writes to standard error. Where even that can't be written there is nobody to tell.
func printError(_ text: String) {
    StatusLine.clear()
    try? write(Array(text.utf8), to: STDERR_FILENO)
}
