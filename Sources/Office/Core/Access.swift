package import Policy
import Records

/// Every part of the site, and who may enter it: one table, and whoever is not in it is kept out. Where the school's
/// policy names who does something, the table reads the policy, so that a pack's roles and the site's never part.
///
/// What somebody may *do* to a record is decided by the record's kind with the school's pack (`Record.decide`);
/// what they may *see* of it by its audience. This table stands before both.
package enum Area: String, Sendable, CaseIterable {
    case publicPage, signIn, setPassword, assets, health, openAPI
    case today, ask, answers, judgements, posts, policy, accounts, accountLog, people, ownSessions, ownTokens
    case peopleImport, invitations, schoolSettings, policyDrafts
    case ledger, verification, checkpoints, proofs
    case pictures
    case pupils, pupilRoll, consents, takedowns, consentForm, blackouts
    case api
}

package enum Admission: Sendable, Equatable {
    case everyone
    case signedIn
    case roles([Role])
}

package enum Access {
    package static func admission(to area: Area, under pack: Pack) -> Admission {
        switch area {
        case .publicPage, .signIn, .setPassword, .assets, .health, .openAPI, .consentForm: .everyone
        case .today, .posts, .ask, .answers, .judgements, .policy, .accounts, .accountLog, .people, .ownSessions,
            .ownTokens,
            .takedowns, .api:
            .signedIn
        case .pupils: .roles(Pupil.seers)
        case .pictures: .roles(Picture.seers)
        case .pupilRoll: .roles([.administrator, .headteacher])
        case .consents: .roles(pack.imageConsent.keepers)
        case .blackouts: .roles(pack.blackoutSetters)
        case .peopleImport, .invitations, .schoolSettings: .roles([.administrator, .headteacher])
        case .policyDrafts: .roles([.administrator, .headteacher, .slt])
        case .ledger, .proofs: .roles([.administrator, .slt, .dpo, .dsl, .governor, .clerk])
        case .verification, .checkpoints: .roles([.administrator, .slt, .dpo, .governor, .clerk])
        }
    }

    package static func admits(_ caller: Caller?, to area: Area, under pack: Pack) -> Bool {
        switch admission(to: area, under: pack) {
        case .everyone: true
        case .signedIn: caller != nil
        case .roles(let roles): caller.map { !$0.roles.isDisjoint(with: roles) } ?? false
        }
    }
}
