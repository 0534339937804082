/** Bounds that keep a hostile or mistaken file from costing more than an error message. */
export const limits = {
  /** Largest spec file in bytes. A pool with every message template inline stays under 300 KB. */
  fileBytes: 1024 * 1024,
  /** Specs that one run reads, and entries of folders that it looks through for them. */
  files: 2_000,
  entries: 200_000,
  /** Largest file that a command line names: a state, a report. Node has no text over 512 MiB. */
  namedBytes: 256 * 1024 * 1024,
  /** Collections inside collections. A spec needs about ten. */
  depth: 100,
  /** Lexical tokens; 1,000 app clients of 20 lines have about 120,000. */
  tokens: 250_000,
  /** Values that aliases may add to what is written out. */
  aliasedValues: 20_000,
  /** Files that extend one another. */
  levels: 32,
  /** Overlays of a file: each is a spec. */
  overlays: 100,
  /** Findings per file and step; one more says how many are not shown. */
  findings: 100,
  /** Characters of the file's own text that a message may quote. */
  quote: 60,
} as const;
