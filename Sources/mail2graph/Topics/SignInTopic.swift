import Arguments

extension HelpTopic {
    static let signIn = HelpTopic(
        "sign-in",
        abstract: "How migrated scripts sign in to Graph, and what they need for it.",
        discussion: """
            A script that ran with an SMTP password needs another identity on Graph. It is never guessed: give it with the options of \
            migrate or in mail2graph.psd1, in which each folder may have its own. No password or secret is ever written into a script.

            --auth certificate: an application with a certificate whose private key lies in the certificate store of the machine or of \
            the account that runs the script. For scheduled tasks and servers. Needs --tenant-id, --client-id and \
            --certificate-thumbprint.

            --auth secret: an application with a secret that the script reads when it runs, from a SecretManagement vault (--secret-name) \
            or from an environment variable (--secret-variable). Needs --tenant-id and --client-id too.

            --auth managed-identity: the identity of the Azure resource that the script runs on, an Automation account or a virtual \
            machine. Nothing else to give.

            --auth delegated: the person who runs the script, in a window. Needs --tenant-id. Never for what runs unattended.

            --auth none: the script has a Graph session already.

            The application needs the permission Mail.Send, for the default target Mail.ReadWrite too. Both reach every mailbox of the \
            tenant unless they are scoped: inventory prints the commands that scope them to the mailboxes that your scripts send from.
            """)
}
