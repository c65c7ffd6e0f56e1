# Invoice run: mails the PDF to the customer, moves it when that worked.
[CmdletBinding()]
param (
	[string]$InvoiceFolder = 'E:\Invoices\Ready',
	[string]$SentFolder = 'E:\Invoices\Sent'
)

[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

$credential = Import-Clixml -Path 'E:\Invoices\mail.xml'
$sent = 0

$graphToken = (Invoke-RestMethod -Method Post -Uri 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token' -Body @{
	client_id     = '11111111-2222-3333-4444-555555555555'
	client_secret = (Get-Secret -Name 'graph-mail' -AsPlainText)
	grant_type    = 'client_credentials'
	scope         = 'https://graph.microsoft.com/.default'
}).access_token
foreach ($invoice in Get-ChildItem -Path $InvoiceFolder -Filter *.pdf)
{
	$customer = ($invoice.BaseName -split '_')[0]
	$address = "$customer@customers.contoso.com"

	try
	{
		$null = Invoke-RestMethod -Method Post -Uri 'https://graph.microsoft.com/v1.0/users/invoices@contoso.com/sendMail' -Headers @{ Authorization = "Bearer $graphToken" } -ContentType 'application/json; charset=utf-8' -Body (@{
			message = @{
				subject      = "Invoice $($invoice.BaseName)"
				body         = @{ contentType = 'Text'; content = 'Please find your invoice attached.' }
				toRecipients = @([mailaddress]$address | ForEach-Object { @{ emailAddress = @{ address = $_.Address; name = $_.DisplayName } } })
				attachments  = @($invoice.FullName | ForEach-Object {
					@{
						'@odata.type' = '#microsoft.graph.fileAttachment'
						name          = Split-Path (Convert-Path $_) -Leaf
						contentBytes  = [Convert]::ToBase64String([IO.File]::ReadAllBytes((Convert-Path $_)))
					}
				})
			}
		} | ConvertTo-Json -Depth 6)

		Move-Item -Path $invoice.FullName -Destination $SentFolder
		$sent++
	}
	catch
	{
		Write-Warning "Invoice $($invoice.Name) was not sent: $($_.Exception.Message)"
	}
	finally
	{
		Write-Progress -Activity 'Invoices' -Status $invoice.Name
	}
}

"$sent invoices sent."
