import Hosting

@main struct Entry { static func main() async { await ServiceMain<IdeasService>.run() } }
