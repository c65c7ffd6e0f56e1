import Arguments

extension HelpTopic {
    static let servers = HelpTopic(
        "servers",
        abstract: "Which sends move, by the server that they go through.",
        discussion: """
            What goes through smtp.office365.com or one of its relatives moves: Exchange Online switches SMTP AUTH off. What goes \
            elsewhere stays as it is, and every report says so: internal relays, direct send (*.mail.protection.outlook.com), High \
            Volume Email and Outlook.com. A server that is only known when the script runs is left to you.

            You know more about your servers than a script says. A name that leads to Exchange Online, or a relay of which that is not \
            to be thought, goes into the server lists of mail2graph.psd1; --server-policy all takes every server for Exchange Online.

            Scripts that are to stay on SMTP AUTH for now may still need TLS 1.2: migrate --only tls sets it and changes nothing else.
            """)
}
