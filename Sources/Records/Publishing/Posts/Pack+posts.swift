package import Policy

/// Who approves posts, and for how long an approval counts.
package struct PostTerms: Sendable, Equatable {
    package var writers: PostWriters
    /// Any one of these approves a post in which nothing asks for more; empty where the policy asks for no approval.
    package var approvers: [Role]
    /// Any one of these approves a post that may cause controversy.
    package var leaders: [Role]
    /// How soon they decide.
    package var decidedWithin: Span
    /// How long an approval counts.
    package var approvalLasts: Span
}

extension Pack {
    package var posts: PostTerms {
        PostTerms(
            writers: process.postWriters.value, approvers: process.postApprovers.value,
            leaders: process.controversialPostApprovers.value, decidedWithin: process.postsDecidedWithin.value,
            approvalLasts: process.postApprovalLasts.value)
    }
}

extension Desk {
    /// Who approves a post: the policy's approvers, or its leaders where a check asks for one, and never whoever wrote
    /// it. Where only they hold those roles, another leader stands in, and at last the chair of governors.
    ///
    /// - Returns: nobody where the policy asks for no approval of such a post.
    func approvers(besides hands: Set<PersonID>, remarks: [PostRemark]) -> [Role] {
        let needsLeader = remarks.contains {
            $0.severity == .leader || ($0.kind == .controversial && $0.severity > .off)
        }
        let roles = needsLeader ? pack.posts.leaders : pack.posts.approvers
        if roles.isEmpty, !needsLeader { return [] }
        if roles.contains(where: { isHeld($0, besides: hands) }) { return roles }
        return roles + [[Role.headteacher, .slt].first { isHeld($0, besides: hands) } ?? .chair]
    }

    private func isHeld(_ role: Role, besides hands: Set<PersonID>) -> Bool {
        let own = hands.filter { people[$0]?.isActive == true && people[$0]?.roles.contains(role) == true }.count
        return (holders[role] ?? 0) > own
    }
}
