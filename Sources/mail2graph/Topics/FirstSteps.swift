import Arguments

extension HelpTopic {
    static let firstSteps = HelpTopic(
        "first-steps",
        abstract: "From a folder of scripts to a migration that was approved, and back.",
        discussion: """
            1. See which scripts send mail, through which server and as whom. This changes nothing, and neither does the next step:

                mail2graph inventory scripts

            2. Read what would change. Each send that stays or is left has a line that says why and what to do about it:

                mail2graph diff scripts

            3. Give the scripts an identity. In Entra ID register an application and upload the certificate whose private key lies on \
            the machine that runs the scripts; inventory has printed the permissions that it needs and the commands that let it send \
            from the mailboxes of your scripts and no others. mail2graph help sign-in has the other ways. Then write the settings, fill \
            in tenant, application and certificate, and read diff again:

                mail2graph init scripts
                mail2graph diff scripts

            4. Try it with one script, and run that script:

                mail2graph migrate scripts/one.ps1

            If the mail did not come, take the change back and look again. The old version of every script is kept in .mail2graph beside \
            the scripts, and what somebody edited since is never overwritten:

                mail2graph undo scripts

            5. Move the rest, which can be taken back in the same way:

                mail2graph migrate scripts

            Or let those who own the scripts decide first. The page shows each change; accept or reject it, save the plan, and make the \
            changes that were accepted and no others:

                mail2graph report scripts -o report.html
                mail2graph migrate --plan mail2graph-plan.json

            6. Keep new sends from coming in: let your pipeline or commit hook run

                mail2graph check scripts
            """)
}
