extension Cast {
    static let all = [oakdene, waterville, grange, dronfield, stMartins]

    /// The one school with somebody in every role.
    private static let oakdene = Cast(
        pack: "oakdene", handle: "oakdene",
        names: [
            .head: "Imogen Farrowgate", .deputy: "Tobias Wetherleaf", .administrator: "Bina Quillfeather",
            .lead: "Rosalind Thackwray", .newcomer: "Kwesi Umberstone", .leaver: "Dilys Marchbanks-Roe",
            .assistant: "Leonie Hazelrigg", .governor: "Anselm Pettigrove", .chair: "Verity Lanthorn",
            .dpo: "Caspian Rudderforth", .clerk: "Winifred Oxlade", .volunteer: "Jocasta Brindlewood",
            .contractor: "Fergus Tillotsen", .agencyWorker: "Nerys Copperfold", .trainee: "Idris Swallowtail",
            .parent: "Petra Underwick",
        ])

    private static let waterville = Cast(
        pack: "waterville", handle: "waterville",
        names: [
            .head: "Marguerite Skelhorne", .deputy: "Ewan Driftwell", .administrator: "Odile Candlish",
            .lead: "Yusra Tidemark", .newcomer: "Barnaby Netherclift", .leaver: "Sorcha Pennywhistle",
            .assistant: "Lorcan Saltmarsh", .governor: "Phileas Anchorage", .chair: "Hesper Greywether",
            .dpo: "Isolde Marramgrass", .agencyWorker: "Tamsin Coble", .trainee: "Gethin Sandpiper",
            .volunteer: "Doreen Kittiwake",
        ])

    private static let grange = Cast(
        pack: "grange", handle: "grangeinfants",
        names: [
            .head: "Philippa Hollinrake", .deputy: "Adeola Sunderfield", .administrator: "Crispin Turnstile",
            .lead: "Mireille Barleymow", .newcomer: "Joss Applegarth", .leaver: "Hana Threshwell",
            .assistant: "Gwilym Stackyard", .governor: "Octavia Ploughright", .chair: "Rufus Haywain",
            .clerk: "Lettice Orchardson",
            .volunteer: "Mungo Sheafer", .trainee: "Zuleika Fallowdene",
        ])

    private static let dronfield = Cast(
        pack: "dronfield", handle: "dronfieldjuniors",
        names: [
            .head: "Cuthbert Ironmonger-Lisle", .deputy: "Saoirse Bellfounder", .administrator: "Priya Cinderhill",
            .lead: "Magnus Scytheman", .newcomer: "Clementine Grindlow", .leaver: "Ottoline Furnival-Dray",
            .assistant: "Bram Whetstone", .governor: "Eudora Millrace", .chair: "Septimus Crucible",
            .dpo: "Farida Anvilstock",
            .contractor: "Lachlan Bellows", .agencyWorker: "Thora Quenchwell", .trainee: "Wilf Temperley",
        ])

    private static let stMartins = Cast(
        pack: "st-martins", handle: "stmartinsprimary",
        names: [
            .head: "Honor Cloakshare", .deputy: "Benedikt Summerlee", .administrator: "Araminta Vellum",
            .lead: "Jolyon Goosefield", .newcomer: "Nkechi Lanternwick", .leaver: "Perpetua Halfmantle",
            .assistant: "Silas Martlet", .governor: "Ysolde Fernihough", .chair: "Lambert Chantrey",
            .dpo: "Dorothea Inkhorn",
            .clerk: "Quentin Almsbury", .volunteer: "Rhoswen Beggarstaff", .parent: "Kit Wintergreen",
            .trainee: "Amara Stillwater",
        ])
}
