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
    Send-MailMessage -To 'project-office@contoso.com' -From 'archive@contoso.com' -Subject "$($moved.Count) projects archived" -Body $text -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $credential
}
