import HTTPTypes
import Office
import Records

/// Every address of a school. Who may enter each is in ``Office/Access``; a route without an area cannot be written.
package enum Routes {
    package static var all: [Route] {
        visitor + member + pupils + posts + pictures + commands + keepers + drafts + ledger + API.routes
    }

    private static var visitor: [Route] {
        [
            .open(.get, "", .publicPage, PublicPage.show),
            .open(.get, "/feed.atom", .publicPage, FeedPage.show),
            .open(.get, "/sign-in", .signIn, SignInPage.show),
            .open(.post, "/sign-in", .signIn, SignInPage.signIn),
            .open(.post, "/sign-in/as", .signIn, SignInPage.signInAs),
            .open(.post, "/sign-out", .signIn, SignInPage.signOut),
            .open(.get, "/welcome/:secret", .setPassword, WelcomePage.show),
            .open(.post, "/welcome/:secret", .setPassword, WelcomePage.setPassword),
        ]
    }

    private static var member: [Route] {
        [
            .member(.get, "/today", .today, TodayPage.show),
            .member(.get, "/ask", .ask, AskPage.show),
            .member(.get, "/answers", .answers, AnswersPage.list),
            .member(.get, "/answers/:key", .answers, AnswerPage.show),
            .member(.get, "/answers/:key/answer.json", .answers, AnswerPage.file),
            .member(.get, "/judgements", .judgements, JudgementsPage.list),
            .member(.get, "/judgements/:key", .judgements, JudgementPage.show),
            .member(.get, "/policy", .policy, PolicyPage.show),
            .member(.get, "/policy/analysis", .policy, AnalysisPage.show),
            .member(.get, "/policy/compare", .policy, ComparePage.show),
            .member(.get, "/policy/questions", .policy, QuestionsPage.show),
            .member(.get, "/policy/questions.csv", .policy, QuestionsPage.csv),
            .member(.get, "/policy/pack.yaml", .policy, PackFile.inForce),
            .member(.get, "/accounts", .accounts, AccountsPage.list),
            .member(.get, "/accounts/log", .accountLog, AccountLogPage.show),
            .member(.get, "/accounts/log.csv", .accountLog, AccountLogPage.csv),
            .member(.get, "/accounts/:key", .accounts, AccountPage.show),
            .member(.post, "/accounts/:key/connection/test", .accounts, ConnectionPage.test),
            .member(.get, "/people", .people, PeoplePage.list),
            .member(.get, "/people/:key", .people, PersonPage.show),
            .member(.get, "/me", .ownSessions, MePage.show),
            .member(.post, "/me/sessions/end", .ownSessions, MePage.endSessions),
            .member(.post, "/me/tokens", .ownTokens, MePage.makeToken),
            .member(.post, "/me/tokens/:hash/end", .ownTokens, MePage.endToken),
        ]
    }

    private static var posts: [Route] {
        [
            .member(.get, "/posts", .posts, PostsPage.list),
            .member(.post, "/posts", .posts, PostsPage.find),
            .member(.get, "/posts/calendar", .posts, PostCalendarPage.show),
            .member(.get, "/posts/new/start", .posts, ComposePage.new),
            .member(.post, "/posts/new/start", .posts, ComposePage.create),
            .member(.get, "/posts/:key", .posts, PostPage.show),
            .member(.get, "/posts/:key/save", .posts, ComposePage.show),
            .member(.post, "/posts/:key/save", .posts, ComposePage.change),
            .member(.get, "/posts/:key/submit", .posts, PostSubmitPage.show),
            .member(.post, "/posts/:key/submit", .posts, PostSubmitPage.submit),
        ]
    }

    private static var pictures: [Route] {
        [
            .member(.get, "/pictures", .pictures, PicturesPage.list),
            .member(.post, "/pictures", .pictures, PicturesPage.find),
            .member(.get, "/pictures/upload", .pictures, PictureUploadPage.show),
            .member(.post, "/pictures/upload", .pictures, PictureUploadPage.submit).taking(PictureUploadPage.uploads),
            .member(.get, "/pictures/:key", .pictures, PicturePage.show),
            .member(.post, "/pictures/:key", .pictures, PictureAct.submit),
            .member(.get, "/pictures/:key/picture.jpg", .pictures, PictureFile.whole),
            .member(.get, "/pictures/:key/small.jpg", .pictures, PictureFile.small),
        ]
    }

    private static var pupils: [Route] {
        [
            .open(.get, "/consent/:secret", .consentForm, ConsentFormPage.show),
            .open(.post, "/consent/:secret", .consentForm, ConsentFormPage.answer),
            .member(.get, "/pupils", .pupils, PupilsPage.list),
            .member(.post, "/pupils", .pupils, PupilsPage.find),
            .member(.get, "/pupils/import", .pupilRoll, RollImportPage.show),
            .member(.post, "/pupils/import", .pupilRoll, RollImportPage.preview),
            .member(.post, "/pupils/import/confirm", .pupilRoll, RollImportPage.confirm),
            .member(.get, "/pupils/consent", .consents, ConsentListPage.show),
            .member(.post, "/pupils/consent", .consents, ConsentListPage.find),
            .member(.get, "/pupils/consent.csv", .consents, ConsentListPage.csv),
            .member(.post, "/pupils/links", .consents, ConsentLinksPage.make),
            .member(.get, "/pupils/:key", .pupils, PupilPage.show),
            .member(.post, "/pupils/:key/link", .consents, PupilPage.link),
            .member(.get, "/takedowns", .takedowns, TakedownsPage.list),
            .member(.post, "/takedowns", .takedowns, TakedownsPage.find),
            .member(.get, "/takedowns/:key", .takedowns, TakedownPage.show),
            .member(.get, "/takedowns/:key/gone/:account", .takedowns, TakedownPage.gone),
            .member(.get, "/takedowns/:key/receipt", .takedowns, TakedownPage.receipt),
            .member(.get, "/takedowns/:key/receipt.txt", .takedowns, TakedownPage.receiptText),
        ]
    }

    private static var keepers: [Route] {
        [
            .member(.get, "/people/import", .peopleImport, ImportPage.show),
            .member(.post, "/people/import", .peopleImport, ImportPage.preview),
            .member(.post, "/people/import/confirm", .peopleImport, ImportPage.confirm),
            .member(.post, "/people/:key/invite", .invitations, PersonPage.invite),
        ]
    }

    private static var drafts: [Route] {
        let draft = "/policy/drafts/:key"
        return [
            .member(.get, "/policy/drafts", .policyDrafts, DraftsPage.list),
            .member(.get, "/policy/drafts/import", .policyDrafts, DraftImportPage.show),
            .member(.post, "/policy/drafts/import", .policyDrafts, DraftImportPage.submit),
            .member(.get, draft, .policyDrafts, DraftPage.show),
            .member(.get, "\(draft)/pack.yaml", .policyDrafts, PackFile.draft),
            .member(.get, "\(draft)/impact", .policyDrafts, DraftImpactPage.show),
            .member(.get, "\(draft)/text", .policyDrafts, DraftTextPage.show),
            .member(.post, "\(draft)/text", .policyDrafts, DraftTextPage.submit),
            .member(.post, "\(draft)/check", .policyDrafts, DraftTextPage.check),
            .member(.get, "\(draft)/new-rule", .policyDrafts, DraftRulePage.show),
            .member(.post, "\(draft)/new-rule", .policyDrafts, DraftRulePage.submit),
            .member(.get, "\(draft)/rules/:rule", .policyDrafts, DraftRulePage.show),
            .member(.post, "\(draft)/rules/:rule", .policyDrafts, DraftRulePage.submit),
            .member(.get, "\(draft)/rules/:rule/delete", .policyDrafts, DraftRulePage.askToDelete),
            .member(.post, "\(draft)/rules/:rule/delete", .policyDrafts, DraftRulePage.delete),
            .member(.get, "\(draft)/settings/:setting", .policyDrafts, DraftSettingPage.show),
            .member(.post, "\(draft)/settings/:setting", .policyDrafts, DraftSettingPage.submit),
            .member(.get, "\(draft)/checks/:check", .policyDrafts, DraftCheckPage.show),
            .member(.post, "\(draft)/checks/:check", .policyDrafts, DraftCheckPage.submit),
            .member(.get, "\(draft)/name", .policyDrafts, DraftSettingPage.showName),
            .member(.post, "\(draft)/name", .policyDrafts, DraftSettingPage.rename),
        ]
    }

    private static var commands: [Route] {
        let areas: [(Kind, Area)] = [
            (.account, .accounts), (.person, .people), (.declaration, .people), (.training, .people),
            (.school, .schoolSettings), (.edition, .policyDrafts), (.answer, .answers), (.judgement, .judgements),
            (.post, .posts), (.picture, .pictures), (.pupil, .pupils), (.takedown, .takedowns),
        ]
        return areas.flatMap { kind, area in
            [
                .member(.get, "/\(kind.path)/:key/:command", area) { try await CommandPage.show($0, $1, kind) },
                .member(.post, "/\(kind.path)/:key/:command", area) { try await CommandPage.submit($0, $1, kind) },
            ]
        } + blackouts
    }

    /// Apart from the school's other particulars: the policy names who may hold all posts.
    private static var blackouts: [Route] {
        ["addBlackout", "removeBlackout"].flatMap { command -> [Route] in
            let path = "/\(Kind.school.path)/:key/\(command)"
            return [
                .member(.get, path, .blackouts) { try await CommandPage.show($0, $1, .school, command) },
                .member(.post, path, .blackouts) { try await CommandPage.submit($0, $1, .school, command) },
            ]
        }
    }

    private static var ledger: [Route] {
        [
            .member(.get, "/ledger", .ledger, LedgerPage.show),
            .member(.post, "/ledger/verify", .verification, LedgerPage.verify),
            .member(.get, "/ledger/verify", .verification, LedgerPage.progress),
            .member(.post, "/ledger/checkpoint", .checkpoints, LedgerPage.checkpoint),
            .member(.get, "/ledger/checkpoint.txt", .checkpoints, LedgerPage.checkpointFile),
            .member(.get, "/ledger/proof/:kind/:key", .proofs, LedgerPage.proof),
        ]
    }
}
