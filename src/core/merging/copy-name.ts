/** How programs that synchronise folders name what they could not merge; the first group is the name without `.json`. */
const patterns = [
  // Syncthing: a.txt.sync-conflict-20261130-120000-ABCDEFG.json
  /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-\w+)?\.json$/,
  // Dropbox, Nextcloud, ownCloud: a.txt (Ann's conflicted copy 2026-11-30).json
  /^(.+) \([^()]*conflicted copy[^()]*\)\.json$/i,
  // Seafile: a.txt (SFConflict ann@example.org 2026-11-30-12-00-00).json
  /^(.+) \(SFConflict [^()]*\)\.json$/,
  // Google Drive, browsers, Windows: a.txt (1).json
  /^(.+) \(\d{1,3}\)\.json$/,
  // pCloud: a.txt [conflicted].json
  /^(.+) \[conflicted\]\.json$/,
  // iCloud: a.txt 2.json
  /^(.+) \d{1,2}\.json$/,
  // OneDrive: a.txt-DESK-3.json
  /^(.+?)-[\w-]{1,24}\.json$/,
]

/** The names that the labels file may have of which one with the name `name` is a copy; none if it looks like no copy. */
export const namesCopied = (name: string): string[] =>
  patterns.flatMap((pattern) => {
    const original = pattern.exec(name)?.[1]
    return original === undefined ? [] : [`${original}.json`]
  })
