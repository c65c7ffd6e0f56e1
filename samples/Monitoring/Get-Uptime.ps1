# Uptime of the servers in the list
param ([string[]]$ComputerName = $env:COMPUTERNAME)

foreach ($computer in $ComputerName) {
    $system = Get-CimInstance -ClassName Win32_OperatingSystem -ComputerName $computer
    [pscustomobject]@{
        Computer = $computer
        Since    = $system.LastBootUpTime
        Days     = [math]::Floor(((Get-Date) - $system.LastBootUpTime).TotalDays)
    }
}
