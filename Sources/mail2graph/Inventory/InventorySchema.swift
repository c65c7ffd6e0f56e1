extension Inventory {
    /// The JSON Schema of an inventory; `schemas/inventory.schema.json` is the same text.
    static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "mail2graph inventory",
          "description": "Which PowerShell scripts send mail, how, and what that comes to: what mail2graph inventory --format json writes.",
          "type": "object",
          "properties": {
            "version": {"const": 1, "description": "Of this form. It grows when a reader of the last would be misled."},
            "tool": {
              "type": "object",
              "properties": {"name": {"type": "string"}, "version": {"type": "string"}},
              "required": ["name", "version"],
              "additionalProperties": false
            },
            "totals": {
              "type": "object",
              "properties": {
                "scripts": {"type": "integer", "minimum": 0, "description": "Scripts that were read."},
                "sendingScripts": {"type": "integer", "minimum": 0, "description": "Those of them that send."},
                "sends": {"type": "integer", "minimum": 0, "description": "Places that send."},
                "byStatus": {
                  "type": "object",
                  "properties": {
                    "moves": {"type": "integer", "minimum": 0},
                    "secured": {"type": "integer", "minimum": 0},
                    "left": {"type": "integer", "minimum": 0},
                    "stays": {"type": "integer", "minimum": 0},
                    "elsewhere": {"type": "integer", "minimum": 0},
                    "onGraph": {"type": "integer", "minimum": 0},
                    "unaffected": {"type": "integer", "minimum": 0}
                  },
                  "required": ["moves", "secured", "left", "stays", "elsewhere", "onGraph", "unaffected"],
                  "additionalProperties": false,
                  "description": "How many sends have each status."
                },
                "bySender": {"type": "array", "items": {"$ref": "#/$defs/count"}, "description": "The most frequent first."},
                "byReason": {
                  "type": "array",
                  "items": {"$ref": "#/$defs/count"},
                  "description": "Why sends are left or stay, the most frequent first."
                },
                "byTLS": {
                  "type": "object",
                  "properties": {
                    "current": {"type": "integer", "minimum": 0},
                    "old": {"type": "integer", "minimum": 0},
                    "unclear": {"type": "integer", "minimum": 0},
                    "notSet": {"type": "integer", "minimum": 0}
                  },
                  "required": ["current", "old", "unclear", "notSet"],
                  "additionalProperties": false,
                  "description": "How many scripts that send do what about TLS."
                }
              },
              "required": ["scripts", "sendingScripts", "sends", "byStatus", "bySender", "byReason", "byTLS"],
              "additionalProperties": false
            },
            "needs": {
              "type": "object",
              "description": "What the scripts need to send through Graph once all that can move has moved.",
              "properties": {
                "permissions": {"type": "array", "items": {"type": "string"}, "description": "Of Microsoft Graph."},
                "modules": {"type": "array", "items": {"type": "string"}, "description": "PowerShell modules."},
                "mailboxes": {"type": "array", "items": {"type": "string"}, "description": "Mailboxes that the scripts send from on Graph."},
                "laterMailboxes": {"type": "array", "items": {"type": "string"}, "description": "Mailboxes of sends that are left."},
                "unknownMailboxes": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {"path": {"type": "string"}, "line": {"type": "integer", "minimum": 1}, "expression": {"type": "string"}},
                    "required": ["path", "line", "expression"],
                    "additionalProperties": false
                  },
                  "description": "Sends whose mailbox is only known when the script runs."
                },
                "scoping": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "Commands of Exchange Online PowerShell that let the application send from these mailboxes and no others."
                }
              },
              "required": ["permissions", "modules", "mailboxes", "laterMailboxes", "unknownMailboxes", "scoping"],
              "additionalProperties": false
            },
            "scripts": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "path": {"type": "string", "description": "As it is shown; quoted as git quotes where it is no plain text."},
                  "uri": {
                    "type": "string",
                    "description": "From the folder that mail2graph was run in, percent-encoded; file: and from the root for one that lies elsewhere."
                  },
                  "tls": {
                    "enum": ["current", "old", "unclear", "notSet"],
                    "description": "Whether TLS 1.2 is set; the last setting counts."
                  },
                  "protocolSettings": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {"place": {"$ref": "#/$defs/place"}, "tls": {"enum": ["current", "old", "unclear", "notSet"]}},
                      "required": ["place", "tls"],
                      "additionalProperties": false
                    },
                    "description": "Where the script says which versions of TLS it uses."
                  },
                  "sends": {
                    "type": "array",
                    "items": {"$ref": "#/$defs/send"},
                    "description": "In the order of the script; none for a script that only sets an old version of TLS."
                  }
                },
                "required": ["path", "uri", "tls", "protocolSettings", "sends"],
                "additionalProperties": false
              },
              "description": "Those that send mail or set an old version of TLS, in the order in which they were read."
            },
            "problems": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "path": {"type": "string"},
                  "line": {"type": ["integer", "null"], "description": "Null where the whole file is meant."},
                  "isFailure": {"type": "boolean", "description": "Whether it was asked for by name, so that the run has failed."},
                  "reason": {"type": "string"},
                  "advice": {"type": ["string", "null"], "description": "What to do about it."}
                },
                "required": ["path", "line", "isFailure", "reason", "advice"],
                "additionalProperties": false
              },
              "description": "What could not be looked at."
            }
          },
          "required": ["version", "tool", "totals", "needs", "scripts", "problems"],
          "additionalProperties": false,
          "$defs": {
            "count": {
              "type": "object",
              "properties": {"name": {"type": "string"}, "count": {"type": "integer", "minimum": 1}},
              "required": ["name", "count"],
              "additionalProperties": false
            },
            "place": {
              "type": "object",
              "description": "Counted from 1, columns in units of UTF-16; the end is just past the last character.",
              "properties": {
                "line": {"type": "integer", "minimum": 1},
                "column": {"type": "integer", "minimum": 1},
                "endLine": {"type": "integer", "minimum": 1},
                "endColumn": {"type": "integer", "minimum": 1}
              },
              "required": ["line", "column", "endLine", "endColumn"],
              "additionalProperties": false
            },
            "value": {
              "type": "object",
              "description": "What a script says of a value; no values and no expression where it says nothing.",
              "properties": {
                "values": {"type": "array", "items": {"type": "string"}, "description": "The texts that it can have."},
                "expression": {
                  "type": ["string", "null"],
                  "description": "As it is written, where the values may not be all: it is only known when the script runs, or they are a parameter's default."
                }
              },
              "required": ["values", "expression"],
              "additionalProperties": false
            },
            "send": {
              "type": "object",
              "properties": {
                "place": {"$ref": "#/$defs/place"},
                "fingerprint": {"type": "string", "description": "The same for the same send of a script wherever it stands in it."},
                "status": {
                  "enum": ["moves", "secured", "left", "stays", "elsewhere", "onGraph", "unaffected"],
                  "description": "moves: can move to Graph. secured: stays on SMTP AUTH with TLS 1.2. left: has to be seen to by hand. stays: does not go through Exchange Online. elsewhere: calls a command of another file, where what sends stands. onGraph: is there already. unaffected: goes another way, without SMTP."
                },
                "kind": {"enum": ["cmdlet", "text", "dotnet", "com", "module", "program", "database", "request"]},
                "sender": {"type": "string", "description": "The command, class or program."},
                "module": {"type": ["string", "null"], "description": "The module that the command is known from."},
                "route": {"enum": ["smtp", "graph", "outlook", "ews", "service"]},
                "server": {"$ref": "#/$defs/value"},
                "port": {"$ref": "#/$defs/value"},
                "from": {"$ref": "#/$defs/value"},
                "mailboxes": {"$ref": "#/$defs/value"},
                "signIn": {
                  "type": "object",
                  "properties": {
                    "kind": {"enum": ["anonymous", "defaultCredentials", "credential", "session", "unknown"]},
                    "user": {
                      "anyOf": [{"$ref": "#/$defs/value"}, {"type": "null"}],
                      "description": "Of a credential. No secret is ever part of an inventory."
                    }
                  },
                  "required": ["kind", "user"],
                  "additionalProperties": false
                },
                "usesTLS": {"type": ["boolean", "null"], "description": "Null where the script does not say, or only when it runs."},
                "message": {"type": "string", "description": "A sentence: what becomes of it, and why."},
                "reason": {"type": ["string", "null"], "description": "What reasons of this sort are counted under."},
                "advice": {"type": ["string", "null"], "description": "What to do about it."},
                "notes": {"type": "array", "items": {"type": "string"}, "description": "What to know when it moves."}
              },
              "required": [
                "place",
                "fingerprint",
                "status",
                "kind",
                "sender",
                "module",
                "route",
                "server",
                "port",
                "from",
                "mailboxes",
                "signIn",
                "usesTLS",
                "message",
                "reason",
                "advice",
                "notes"
              ],
              "additionalProperties": false
            }
          }
        }

        """#
}
