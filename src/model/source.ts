/** A place in a text file; both numbers start at 1, columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text file; `end` is the first position behind it. */
export interface SourceSpan {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Keys and indexes from the document's root to a value. */
export type Path = readonly (string | number)[];

/** A parsed YAML file: plain values, and where each of them stands in the text. */
export interface SourceDocument {
  /** As the user named it: the name that findings print. */
  readonly file: string;
  readonly text: string;
  /** Plain data: objects, arrays, strings, numbers, booleans, null. */
  readonly value: unknown;
  /** Where a path stands; for a path that is not in the text, its nearest ancestor that is. */
  locate(path: Path, part?: 'key' | 'value'): SourceSpan;
  /** The text of a file that `locate` names; absent where all of the document is in one. */
  textOf?(file: string): string | undefined;
}
