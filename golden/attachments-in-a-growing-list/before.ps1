# CPU charts of the virtual hosts
$hostsToChart = 'HV01', 'HV02'
$attachments = @()

foreach ($h in $hostsToChart) {
    $chart = "D:\Charts\$h.png"
    Export-CpuChart -ComputerName $h -Path $chart
    $attachments += $chart
}

$mail = @{
    To          = 'virtualization@contoso.com'
    From        = 'charts@contoso.com'
    Subject     = 'CPU charts'
    Body        = "Charts of $($hostsToChart -join ' and ')"
    Attachments = $attachments
    SmtpServer  = 'smtp.office365.com'
    Port        = 587
    UseSsl      = $true
    Credential  = Import-Clixml -Path 'D:\Charts\mail.xml'
}
Send-MailMessage @mail
