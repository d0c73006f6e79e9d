extension Post {
    /// As those see it who do not see pupils: which children are in it or named, and what was found of one, is not theirs.
    package var withoutPupils: Post {
        var post = self
        post.live?.children = []
        switch phase {
        case .submitted(let submission): post.phase = .submitted(submission.withoutPupils)
        case .returned(let submission, let back): post.phase = .returned(submission.withoutPupils, back)
        case .refused(let submission, let reason, let by, let at):
            post.phase = .refused(submission.withoutPupils, reason: reason, by: by, at: at)
        case .approved(let submission, let approval): post.phase = .approved(submission.withoutPupils, approval)
        case .scheduled(let submission, let approval, let due):
            post.phase = .scheduled(submission.withoutPupils, approval, due: due)
        case .held(let submission, let approval, var hold):
            hold.reasons.removeAll { $0.pupil != nil }
            post.phase = .held(submission.withoutPupils, approval, hold)
        case .draft, .publishing, .published, .withdrawing, .withdrawn, .discarded: break
        }
        return post
    }
}

extension Post.Submission {
    fileprivate var withoutPupils: Post.Submission {
        var submission = self
        submission.children = []
        submission.remarks.removeAll { $0.pupil != nil }
        submission.confirmations.removeAll { $0.remark.pupil != nil }
        return submission
    }
}
