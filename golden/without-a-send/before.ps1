# Removes temporary files that are older than a week.
$old = (Get-Date).AddDays(-7)
Get-ChildItem -Path $env:TEMP -Recurse -File |
    Where-Object { $_.LastWriteTime -lt $old } |
    Remove-Item -Force -ErrorAction SilentlyContinue
