import TestSupport

/// Scripts that send in every way that an inventory tells apart, with names and values that every form of it has to escape.
let sampleScripts = [
    "moves.ps1": """
    $credential = New-Object PSCredential('svc@contoso.com', (ConvertTo-SecureString 'Pa55word!' -AsPlainText -Force))
    Send-MailMessage -To a@b.c -From r@contoso.com -Subject x -SmtpServer smtp.office365.com -UseSsl -Credential $credential

    """,
    "relay.ps1": """
    [Net.ServicePointManager]::SecurityProtocol = 'Tls12'
    $client = New-Object Net.Mail.SmtpClient('relay.contoso.local', 25)
    $client.Send('"R|D" <r@contoso.com>', 'a@b.c', 'x', 'y')

    """,
    "sub/unknown & <b>.ps1": """
    # größe 😀
    <# 😀 #> Send-MailMessage -To a@b.c -From $from -Subject x -SmtpServer "=cmd|'/c calc'!A1$x"
    Send-MailMessage -To a@b.c -From $from -Subject x -SmtpServer "=cmd|'/c calc'!A1$x"

    """,
    "graph.ps1": "Send-MgUserMail -UserId g@contoso.com -BodyParameter $m\nSend-MgUserMail -UserId $someone -BodyParameter $m\n",
    "old.ps1": "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls\n",
    "silent.ps1": "Get-Date\n",
]

/// A script that can't be parsed.
let brokenScript = "if ($true) {\n"

extension Folder {
    /// What Python makes of a program that reads what is written to it; nil where there is no Python or a module is missing.
    func python(_ program: String, modules: String..., arguments: String...) throws -> ProgramRun? {
        let imports = "import sys, json\n" + modules.map { "import \($0)\n" }.joined()
        guard try run("/usr/bin/env", ["python3", "-c", imports]).code == 0 else { return nil }
        return try run("/usr/bin/env", ["python3", "-c", imports + program] + arguments)
    }
}
