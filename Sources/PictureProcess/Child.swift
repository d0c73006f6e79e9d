import Office

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A program that was started with one file for its input, a pipe for its output and no environment.
struct Child {
    private let process: pid_t
    private let pipe: Int32

    init(_ executable: String, _ arguments: [String], input: Int32) throws(PictureFault) {
        var ends: [Int32] = [0, 0]
        guard Self.makePipe(&ends) else { throw .failed }
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var nothing: [UnsafeMutablePointer<CChar>?] = [nil]
        var started = pid_t()
        let fault = posix_spawn(&started, executable, &actions, nil, &words, &nothing)
        close(ends[1])
        guard fault == 0 else {
            close(ends[0])
            throw .failed
        }
        process = started
        pipe = ends[0]
    }

    /// Reads until the child has ended well. One that says too much or takes too long is killed; each is waited for.
    func output(within seconds: Int, atMost most: Int) throws(PictureFault) -> [UInt8] {
        let end = Self.monotonicSeconds() + seconds
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        var isWhole = false
        reading: while bytes.count <= most {
            var waiting = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            let left = end - Self.monotonicSeconds()
            guard left > 0 else { break }
            switch poll(&waiting, 1, Int32(left * 1000)) {
            case 0: break reading
            case ..<0:
                if errno == EINTR { continue }
                break reading
            default: break
            }
            let count = read(pipe, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            if count == 0 { isWhole = true }
            guard count > 0 else { break }
            bytes += piece.prefix(count)
        }
        if !isWhole { kill(process, SIGKILL) }
        close(pipe)
        guard wait() == 0, isWhole else { throw isWhole ? PictureFault.broken : PictureFault.failed }
        return bytes
    }

    /// - Returns: the status with which it ended: 0 when it ended well.
    private func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status
    }

    /// Neither end is given to a program that is started later.
    private static func makePipe(_ ends: inout [Int32]) -> Bool {
        #if canImport(Glibc)
            guard Glibc.pipe(&ends) == 0 else { return false }
        #else
            guard Darwin.pipe(&ends) == 0 else { return false }
        #endif
        return ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
    }

    private static func monotonicSeconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int(now.tv_sec)
    }
}
