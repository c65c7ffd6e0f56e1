# Disk state of the archive servers
$disks = Get-PhysicalDisk | Where-Object { $_.HealthStatus -ne 'Healthy' }
$text = "Disks with a warning: $(@($disks).Count)"
$cred = Import-Clixml -Path 'C:\Disks\mail.xml'
Send-MailMessage -To 'storage@contoso.com' -From 'disks@contoso.com' -Subject 'Disk state' -Body $text -SmtpServer 'smtp.office365.com' -Port 587 -UseSsl -Credential $cred

# SIG # Begin signature block
# MIIFlgYJKoZIhvcNAQcCoIIFhzCCBYMCAQExCzAJBgUrDgMCGgUAMGkGCisGAQQB
# gjcCAQSgWzBZMDQGCisGAQQBgjcCAR4wJgIDAQAABBAfzDtgWUsITrck0sYpfvNR
# AgEAAgEAAgEAAgEAAgEAMCEwCQYFKw4DAhoFAAQUc29tZSBleGFtcGxlIGJ5dGVz
# SIG # End signature block
