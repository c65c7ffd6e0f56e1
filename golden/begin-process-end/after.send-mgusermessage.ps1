<#
.SYNOPSIS
    Moves old projects to the archive and mails what was moved.
.EXAMPLE
    Get-Content projects.txt | .\Move-Project.ps1
#>
[CmdletBinding()]
param (
    [Parameter(ValueFromPipeline = $true)]
    [string[]]$Project
)

begin {
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    $moved = @()
    $credential = Import-Clixml -Path 'A:\Archive\mail.xml'
}

process {
    foreach ($item in $Project) {
        Move-Item -Path "P:\Projects\$item" -Destination 'A:\Archive'
        $moved += $item
    }
}

end {
    $text = "Moved to the archive:`n" + ($moved -join "`n")
    Connect-MgGraph -TenantId 'contoso.onmicrosoft.com' -ClientId '11111111-2222-3333-4444-555555555555' -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567' -NoWelcome
    if ($draft = New-MgUserMessage -UserId 'archive@contoso.com' -BodyParameter @{
        subject      = "$($moved.Count) projects archived"
        body         = @{ contentType = 'Text'; content = $text }
        toRecipients = @(@{ emailAddress = @{ address = 'project-office@contoso.com' } })
    }) {
        Send-MgUserMessage -UserId 'archive@contoso.com' -MessageId $draft.Id
    }
}
