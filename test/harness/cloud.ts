import { auditPool, type PoolAudit, type Subject } from '../../src/audit/audit.js';
import type { Call, PoolReader, PoolWriter } from '../../src/audit/ports.js';
import { poolReader } from '../../src/aws/reads.js';
import { poolWriter } from '../../src/aws/writes.js';
import { converge, type Fixed, steps } from '../../src/fix/converge.js';
import type { SandboxOptions } from '../../src/sandbox/index.js';
import { type Session, session } from '../sandbox/support.js';

/** A sandbox, reached through the real SDK and the product's own reader and writer; its pools are case-insensitive, as synth makes them. */
export interface Cloud extends Session {
  readonly reader: PoolReader;
  readonly writer: PoolWriter;
  /** What the writer sent. */
  readonly sent: readonly Call[];
  audit(subject: Subject): Promise<PoolAudit>;
  /** As `poolward fix --yes`. */
  fix(subject: Subject, deletions?: readonly string[]): Promise<Fixed>;
}

export async function cloud(options: SandboxOptions = {}): Promise<Cloud> {
  const own = await session(options);
  const reader = poolReader(own.client);
  const real = poolWriter(own.client);
  const sent: Call[] = [];
  const writer: PoolWriter = {
    send: (call) => {
      sent.push(call);
      return real.send(call);
    },
  };
  const audit = (subject: Subject): Promise<PoolAudit> => auditPool(subject, reader);
  return {
    ...own,
    pool: (input = {}) => own.pool({ UsernameConfiguration: { CaseSensitive: false }, ...input }),
    reader,
    writer,
    sent,
    audit,
    fix: async (subject, deletions = []) => {
      const before = await audit(subject);
      const { steps: planned, findings } = steps(subject, before, new Set(deletions));
      if (planned.length === 0) return { steps: planned, proved: [], sent: 0, audit: before, findings };
      return converge(subject, before, planned, { reader, writer });
    },
  };
}
