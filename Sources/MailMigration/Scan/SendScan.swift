import PowerShellSyntax

/// Whether a script may send mail, told from its bytes at the speed of memory: nothing is decoded and nothing parsed.
///
/// False only where no pass finds anything in it, in whatever encoding and case it is written. True where one of
/// ``SenderNames`` stands in it, however it is quoted or escaped, or where Send-MailMessage could be put together
/// from pieces when it is called.
/// - Parameter bytes: The script as it lies on the disk.
public func mayHoldSend(_ bytes: [UInt8]) -> Bool {
    let text = narrowed(bytes) ?? bytes
    return text.withUnsafeBufferPointer { text in NameScanner.senders.finds(in: text) || sendMailMessage.mayStand(in: text) }
}

private let sendMailMessage = PiecedName(SenderNames.sendMailMessage)

/// UTF-16 as a byte for each unit, where 0xFF stands for all that is not ASCII; nil for other encodings.
private func narrowed(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittleEndian = bytes.starts(with: SourceText.Encoding.utf16LittleEndian.mark)
    guard isLittleEndian || bytes.starts(with: SourceText.Encoding.utf16BigEndian.mark) else { return nil }
    return [UInt8](unsafeUninitializedCapacity: bytes.count / 2) { narrow, count in
        count = bytes.count / 2
        for index in 0..<count {
            let (low, high) = isLittleEndian ? (bytes[2 * index], bytes[2 * index + 1]) : (bytes[2 * index + 1], bytes[2 * index])
            narrow[index] = high == 0 && low < 0x80 ? low : 0xFF
        }
    }
}
