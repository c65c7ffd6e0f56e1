import Foundation
import MailMigration

extension GoldenCase {
    /// Options of the command line, one a line, where the case needs others than the default.
    var optionsFile: URL { folder.appendingPathComponent("options") }

    /// A made-up tenant, the same in all cases.
    static let signIn = SignIn(
        tenantID: "contoso.onmicrosoft.com",
        clientID: "11111111-2222-3333-4444-555555555555",
        certificateThumbprint: "0123456789ABCDEF0123456789ABCDEF01234567",
        secret: .vault("graph-mail")
    )

    struct UnknownOption: Error, CustomStringConvertible {
        let description: String
    }

    func options(_ target: Target) throws -> MigrationOptions {
        var options = MigrationOptions(target: target, signIn: GoldenCase.signIn)
        let lines = GoldenCase.read(optionsFile).map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
        for line in lines {
            switch line {
            case "--server-policy all": options.serverPolicy = .all
            case "--only tls": options.scope = .tls
            case "--strip-signatures": options.stripsSignatures = true
            case _ where line.hasPrefix("--auth "):
                guard let method = SignIn.Method(rawValue: String(line.dropFirst("--auth ".count))) else { fallthrough }
                options.signIn.method = method
            default: throw UnknownOption(description: "golden/\(name)/options: the tests do not know \(line)")
            }
        }
        return options
    }
}
