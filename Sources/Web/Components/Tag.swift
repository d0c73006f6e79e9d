package import HTML

/// A state in a word or two. Its colour only repeats what the word says.
package struct Tag: Component, Equatable {
    package enum Tone: String, Sendable, CaseIterable {
        /// Nothing to do: closed, left, not official.
        case quiet
        /// Under way.
        case info
        /// Somebody must do something.
        case waiting
        case good
        /// Refused, overdue, broken.
        case bad
    }

    package var text: String
    package var tone: Tone

    package init(_ text: String, _ tone: Tone = .quiet) {
        self.text = text
        self.tone = tone
    }

    package var body: Markup { span(.class("tag tag-\(tone.rawValue)")) { text } }
}
