import HTML
import Policy
import Records

/// The fields of one rule, made from the vocabulary: only those facts that the chosen actions ask.
struct RuleFields: Component {
    var form: RuleForm
    var problems: [FieldProblem]
    /// Where the form is sent; a step leads back to its own part of the page.
    var action: String

    var body: Markup {
        if form.actions.isEmpty {
            actions
        } else {
            TextArea(
                texts("says", "The rule in one sentence", hint: "As people read it when they ask, in plain words."),
                value: form.input["says"], max: 500)
            if form.rule == nil {
                TextInput(
                    texts(
                        "id", "Short name", isOptional: true,
                        hint: "Lower-case letters, digits and hyphens. Left empty, it is made from the sentence."),
                    value: form.input["id"], size: .line(max: 60))
            }
            actions
            step("facts", "Show the facts for these actions", isForActions: true)
            div(.class("form-fields"), .id("rule-facts")) { facts }
            div(.class("form-fields"), .id("rule-exceptions")) { exceptions }
            verdict
            div(.class("form-fields"), .id("rule-duties")) { duties }
            clauses
        }
    }

    private var actions: Markup {
        let vocabulary = form.vocabulary
        let options = vocabulary.actions.map { action in
            Choice(action.id, action.label, hint: vocabulary.topic(action.topic)?.label ?? "")
        }
        return Markup {
            CheckboxGroup(
                texts("action", "What the rule is about", hint: "The rule speaks of each that you choose."),
                options: options, chosen: form.input.all("action"))
        }
    }

    @MarkupBuilder private var facts: Markup {
        for action in form.actions { HiddenField("shown", action.id) }
        h2(.class("form-section")) { "When it applies" }
        if let who = form.vocabulary.fact("who") { condition(who, "who", label: "Who it binds") }
        for fact in form.facts { condition(fact, "when.\(fact.id)") }
        if form.facts.isEmpty { p(.class("hint")) { "These actions ask nothing more." } }
    }

    @MarkupBuilder private var exceptions: Markup {
        h2(.class("form-section")) { "Exceptions" }
        p(.class("hint")) { "The rule does not apply where everything chosen in any one exception holds." }
        HiddenField("unless.count", "\(form.exceptions)")
        for index in 0..<form.exceptions {
            details(.class("form-part"), .open()) {
                summary { "Exception \(index + 1)" }
                for fact in form.exceptionFacts { condition(fact, "unless.\(index).\(fact.id)") }
                p(.class("hint")) { "To take it away, choose “May be anything” for each." }
            }
        }
        if form.exceptions < RuleForm.mostGroups { step("exception", "Add an exception", part: "rule-exceptions") }
    }

    @MarkupBuilder private var verdict: Markup {
        h2(.class("form-section")) { "What it says" }
        RadioGroup(
            texts("verdict", "Verdict"),
            options: RuleEffect.allCases.map { Choice($0.rawValue, $0.formLabel) }, chosen: form.input["verdict"])
        CheckboxGroup(
            texts(
                "approval", "Who gives the approval", isOptional: true,
                hint: "Only where approval is needed; any one of them may give it."),
            options: roles, chosen: form.input.all("approval"))
    }

    @MarkupBuilder private var duties: Markup {
        h2(.class("form-section")) { "What has to be done" }
        p(.class("hint")) { "Duties that come with the answer. One that is left blank is not kept." }
        HiddenField("then.count", "\(form.duties)")
        for index in 0..<form.duties {
            details(.class("form-part"), .open()) {
                summary { "Duty \(index + 1)" }
                RadioGroup(
                    texts("then.\(index).kind", "Kind", isOptional: true),
                    options: [Choice("", "None: take this duty away")]
                        + Obligation.Kind.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: form.input["then.\(index).kind"])
                TextInput(
                    texts("then.\(index).says", "The duty in one sentence", isOptional: true),
                    value: form.input["then.\(index).says"], size: .line(max: 500))
                CheckboxGroup(
                    texts("then.\(index).to", "Whom it concerns", isOptional: true), options: roles,
                    chosen: form.input.all("then.\(index).to"))
                TextInput(
                    texts(
                        "then.\(index).within", "Within", isOptional: true,
                        hint: "Such as 24 hours, 10 working days, 5 school days or 12 months."),
                    value: form.input["then.\(index).within"], size: .line(max: 40))
            }
        }
        if form.duties < RuleForm.mostGroups { step("duty", "Add a duty", part: "rule-duties") }
    }

    @MarkupBuilder private var clauses: Markup {
        h2(.class("form-section")) { "Where it comes from" }
        CheckboxGroup(
            texts("clause", "Clauses of the policy"),
            options: form.pack.clauses.map { Choice($0.id, "\($0.id), \($0.place)", hint: $0.says) },
            chosen: form.input.all("clause"))
    }

    @MarkupBuilder private func condition(_ fact: Fact, _ name: String, label: String? = nil) -> Markup {
        let values = fact.values.map { Choice($0.id, $0.label) }
        HiddenField("fields", name)
        CheckboxGroup(
            FieldTexts(
                name: name, label: label ?? fact.label, hint: fact.hint ?? "", problems: messages(name)),
            options: [Choice(RuleForm.any, name == "who" ? "Anyone" : "May be anything")] + values,
            chosen: form.isAny(name) ? form.input.all(name) + [RuleForm.any] : form.input.all(name))
    }

    private func step(_ name: String, _ text: String, part: String? = nil, isForActions: Bool = false) -> Markup {
        p(.data("actions-step", isForActions ? "" : nil)) {
            button(
                .class("button button-quiet"), .type(.submit), .name("step"), .value(name),
                .formaction(action + (part.map { "#\($0)" } ?? "#rule-facts"))
            ) { text }
        }
    }

    private var roles: [Choice] { Role.allCases.map { Choice($0.rawValue, $0.label) } }

    private func texts(_ name: String, _ label: String, isOptional: Bool = false, hint: String = "") -> FieldTexts {
        FieldTexts(name: name, label: label, hint: hint, isOptional: isOptional, problems: messages(name))
    }

    private func messages(_ name: String) -> [String] { problems.filter { $0.field == name }.map(\.message) }
}

extension RuleEffect {
    /// As somebody who writes a rule chooses it.
    var formLabel: String {
        switch self {
        case .prohibited: "Not allowed"
        case .needsApproval: "Needs approval first"
        case .required: "Required"
        case .permitted: "Allowed"
        case .advised: "Advised"
        case .advisedAgainst: "Advised against"
        }
    }
}
