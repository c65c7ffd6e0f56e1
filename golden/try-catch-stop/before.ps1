# Invoice run: mails the PDF to the customer, moves it when that worked.
[CmdletBinding()]
param (
	[string]$InvoiceFolder = 'E:\Invoices\Ready',
	[string]$SentFolder = 'E:\Invoices\Sent'
)

$credential = Import-Clixml -Path 'E:\Invoices\mail.xml'
$sent = 0

foreach ($invoice in Get-ChildItem -Path $InvoiceFolder -Filter *.pdf)
{
	$customer = ($invoice.BaseName -split '_')[0]
	$address = "$customer@customers.contoso.com"

	try
	{
		Send-MailMessage -To $address `
			-From 'invoices@contoso.com' `
			-Subject "Invoice $($invoice.BaseName)" `
			-Body 'Please find your invoice attached.' `
			-Attachments $invoice.FullName `
			-SmtpServer 'smtp.office365.com' `
			-Port 587 -UseSsl `
			-Credential $credential `
			-ErrorAction Stop

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
