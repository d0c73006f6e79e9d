package import Policy

extension PlatformCatalogue {
    /// The most characters that a post may have on a platform; nil where that is not known.
    package func mostCharacters(_ platform: String, on day: Day) -> Int? { nil }
    /// The most pictures, likewise.
    package func mostPictures(_ platform: String, on day: Day) -> Int? { nil }
}
