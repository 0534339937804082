import { ServiceError } from './wire.js';

/** Where AWS's words come from: someone's deployment, AWS's pages, a user's report, or our own reading of similar words. */
export type Evidence = 'measured' | 'documented' | 'reported' | 'inferred';

/** One thing that AWS refuses. */
export interface Refusal<Subject> {
  /** Kebab-case; the same as in docs/sandbox.md. */
  readonly id: string;
  readonly evidence: Evidence;
  /** Default InvalidParameterException. */
  readonly type?: string;
  /** AWS's words when the subject is refused. */
  readonly words: (subject: Subject) => string | undefined | false | 0 | '';
}

/** Throws the first refusal that applies. */
export function refuse<Subject>(refusals: readonly Refusal<Subject>[], subject: Subject): void {
  for (const { type, words } of refusals) {
    const said = words(subject);
    if (said) throw new ServiceError(type ?? 'InvalidParameterException', said);
  }
}
