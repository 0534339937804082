import type { Moved } from './prove.js';

/** What came of a step. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** Another run had changed it already: the call was not needed. */
  | { readonly kind: 'already' }
  /** Not sent: something that the call would have repeated differs from what was audited. */
  | { readonly kind: 'moved'; readonly moved: readonly Moved[] }
  /** Not sent: something that the call must repeat could not be read. */
  | { readonly kind: 'not-read'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Sent, and no answer says what came of it. */
  | { readonly kind: 'not-known'; readonly reason: string }
  /** Not sent, because of what came of a step that it needs. */
  | { readonly kind: 'not-sent'; readonly because: string };
