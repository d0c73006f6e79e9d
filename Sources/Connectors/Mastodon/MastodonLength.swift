/// How long a server finds a text: a link counts the same whatever its length, and of a mention the name alone.
/// Source: https://docs.joinmastodon.org/user/posting/#text
enum MastodonLength {
    static func count(_ words: String, ofLink: Int) -> Int {
        var length = words.count
        for link in words.matches(of: #/https?:\/\/[^\s<>"]+/#) { length += ofLink - link.output.count }
        let withoutLinks = words.replacing(#/https?:\/\/[^\s<>"]+/#, with: "")
        for mention in withoutLinks.matches(of: #/(?:^|[^\w\/])@\w+(@[\w.\-]+\w)/#) { length -= mention.output.1.count }
        return length
    }
}
