import type { PoolIdentity } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import type { Uncompared } from '../model/report.js';
import { shell } from '../text/shell.js';
import type { PoolReader } from './ports.js';

/** A place that was looked at, and the pools in it that specs declare. */
export interface Declared {
  readonly place: Pick<PoolIdentity, 'account' | 'region'>;
  readonly ids: ReadonlySet<string>;
  /** Of specs whose pool was not found: what bears their name may be theirs. */
  readonly names: ReadonlySet<string>;
}

/** Pools of an account and Region that no spec declares; or that nobody could look. Never rejects. */
export async function undeclaredPools(
  { place: { account, region }, ids, names }: Declared,
  reader: PoolReader,
): Promise<{ readonly findings: readonly Finding[]; readonly unchecked: readonly Uncompared[] }> {
  try {
    const pools = await reader.list();
    const extra = pools.filter(({ id, name }) => !ids.has(id) && !names.has(name));
    return { findings: extra.map(({ id, name }) => finding(id, name, account, region)), unchecked: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { findings: [], unchecked: [{ target: `account ${account}, ${region}`, setting: 'pools', reason }] };
  }
}

function finding(id: string, name: string, account: string, region: string): Finding {
  return {
    rule: 'audit/undeclared-pool',
    severity: 'warning',
    message: `Account ${account} has the pool ${name} (${id}) in ${region}, which none of these specs declares.`,
    help: shell`poolward pull ${id} writes its spec; or delete it, if nobody signs in there.`,
    confidence: 'measured',
    fingerprint: `${account}:${region}:audit/undeclared-pool:${id}`,
  };
}
