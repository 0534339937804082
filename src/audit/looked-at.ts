import { settingName } from '../model/state.js';
import type { PoolAudit, Subject } from './audit.js';
import { flatten } from './diff.js';
import type { Looked } from './history.js';

/** What an audit looked at of its pool, and what it found and does not tell as findings of their own. */
export function lookedAt({ coverage, target, seen }: PoolAudit, { spec }: Pick<Subject, 'spec'>): Looked {
  const { id } = spec.pool;
  const followers = (seen?.changes ?? []).flatMap(({ derived }) => flatten(derived));
  return {
    id,
    target: target.spec,
    unread: [...coverage.unchecked, ...coverage.unverifiable].map(({ setting }) => setting),
    excepted: coverage.unmanaged.map(({ setting }) => setting),
    told: new Set([
      ...(seen?.told ?? []),
      ...followers.map((one) => `${id}:drift/${one.kind}:${settingName(one.address, one.setting)}`),
    ]),
    accept: spec.accept,
  };
}
