import Foundation
import ScriptDiff

/// Why a plan can't be followed.
struct PlanError: Error, Hashable, Sendable {
    /// `files[2].sends[0].accepted`; nil where the reason says the place.
    var field: String?
    /// What is wrong with it.
    var reason: String
}

extension PlanError: CustomStringConvertible {
    var description: String { visible((field.map { $0 + " " } ?? "") + reason) }
}

extension Plan {
    init(json bytes: [UInt8]) throws(PlanError) {
        if let error = PlanError(syntaxOf: bytes) { throw error }
        do {
            self = try JSONDecoder().decode(Plan.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw PlanError(error)
        } catch {
            throw PlanError(reason: "can't be read as JSON: \(error)")
        }
    }
}

extension PlanError {
    /// Nil where the text is JSON, whatever it says.
    fileprivate init?(syntaxOf bytes: [UInt8]) {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            return nil
        } catch {
            let description = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
            // Only the decoder's words tell the place: `Invalid value around character 12.`
            let offset = description.split { !$0.isNumber }.last.flatMap { Int($0) }
            guard let offset, offset < bytes.count else {
                self.init(reason: "it ends too early: it is no JSON, or only the beginning of it")
                return
            }
            let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
            self.init(reason: "line \(line) is no JSON")
        }
    }

    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(field: name(of: context.codingPath + [key]), reason: "is missing")
        case .valueNotFound(let type, let context):
            self.init(field: name(of: context.codingPath), reason: "is null; it takes \(name(of: type))")
        case .typeMismatch(let type, let context):
            self.init(field: name(of: context.codingPath), reason: "is no \(name(of: type))")
        case .dataCorrupted(let context):
            self.init(field: name(of: context.codingPath), reason: context.debugDescription)
        @unknown default:
            self.init(reason: "\(error)")
        }
    }
}

/// `files[2].sends[0]`; nil for the whole.
private func name(of path: [any CodingKey]) -> String? {
    if path.isEmpty { return nil }
    return path.reduce(into: "") { text, key in
        if let index = key.intValue {
            text += "[\(index)]"
        } else {
            text += (text.isEmpty ? "" : ".") + key.stringValue
        }
    }
}

private func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "text"
    case is Bool.Type: "true, false or null"
    case is Int.Type, is Double.Type: "whole number"
    case is [String: Any].Type: "object"
    case is [Any].Type: "list"
    default: "such value"
    }
}
