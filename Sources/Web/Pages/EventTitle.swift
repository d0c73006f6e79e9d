/// Events in words, by the types under which the ledger keeps them.
enum EventTitle {
    static func of(_ type: String) -> String { titles[type] ?? type }

    private static let titles = [
        "account.applied": "Application sent", "account.revised": "Application sent again",
        "account.withdrawn": "Application withdrawn",
        "account.approved": "Application approved", "account.sentBack": "Application sent back",
        "account.rejected": "Application rejected",
        "account.opened": "Account opened", "account.passwordChanged": "New password sealed",
        "account.revealed": "Password shown",
        "account.peopleSet": "Posters and administrators changed", "account.accessReviewed": "Access reviewed",
        "account.handedOver": "Account handed over", "account.closed": "Account closed",
        "account.connected": "Connected for publishing", "account.disconnected": "Disconnected; its secret forgotten",
        "account.unofficialReported": "Reported as not official",
        "account.unofficialActedOn": "Something was done about it",
        "account.leaverNoted": "Somebody with access left the school",
        "person.joined": "Joined", "person.corrected": "Name or address corrected",
        "person.rolesChanged": "Roles changed", "person.left": "Left",
        "person.linkMade": "Sign-in link made",
        "declaration.asked": "Asked to confirm the policy", "declaration.declared": "Policy read and confirmed",
        "declaration.closed": "Declaration closed",
        "training.asked": "Training asked for", "training.trained": "Trained", "training.closed": "Training closed",
        "answer.kept": "Answer kept", "answer.noteWritten": "Note written",
        "judgement.told": "Told or asked", "judgement.moreAsked": "More asked", "judgement.explained": "More said",
        "judgement.answered": "Answered", "judgement.acknowledged": "Answer read", "judgement.withdrawn": "Withdrawn",
        "judgement.adviceRecorded": "Advice recorded", "judgement.changeAsked": "Change of the policy asked for",
        "judgement.changeSettled": "Change of the policy settled",
        "judgement.leaverNoted": "Whoever told it left the school",
        "edition.started": "Draft begun", "edition.saved": "Draft saved",
        "edition.described": "Title or reason changed",
        "edition.readied": "Saved as draft edition", "edition.discarded": "Draft discarded",
        "school.founded": "School set up", "school.adopted": "Edition of the policy adopted",
        "school.calendarSet": "Calendar changed",
        "school.emailDomainsSet": "E-mail domains changed", "school.hostsSet": "Host names changed",
    ]
}
