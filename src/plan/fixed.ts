import type { DeployedState } from '../audit/deployed-state.js';
import { isDeployed } from '../audit/three-way.js';
import { FACETS, type PoolSpec } from '../facets/index.js';
import type { Facet, Field } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { type Entry, type PoolState, settingName, yamlPath } from '../model/state.js';
import { desired, identityOf } from '../spec/desired.js';
import { settingArguments } from '../synth/arguments.js';
import { terraformContext } from '../synth/context.js';
import { POOL } from '../synth/names.js';

/** A spec, and what Terraform last knew of its pool. */
interface Deployed {
  readonly document: SourceDocument;
  readonly spec: PoolSpec;
  readonly state: DeployedState;
}

/**
 * Settings that are fixed when a pool is made, and that the spec says otherwise than the state of the last deploy. Terraform
 * ignores them, so that no plan shows it.
 */
export function fixedSettings(deployed: Deployed): Finding[] {
  const pool = deployed.state.get(`aws_cognito_user_pool.${POOL}`);
  if (pool === undefined) return [];
  const wanted = desired(deployed.spec);
  return declaredFixed(wanted).flatMap(([entry, name, field]) => {
    const context = terraformContext(wanted, identityOf(deployed.spec), entry);
    return isDeployed(settingArguments(entry, name, field, context), pool)
      ? []
      : [finding(entry, name, field, deployed)];
  });
}

function declaredFixed({ entries }: PoolState): [Entry, string, Field][] {
  return (FACETS as readonly Facet[]).flatMap((facet) =>
    Object.entries(facet.fields).flatMap(([name, field]): [Entry, string, Field][] => {
      const entry = entries.get(facet.id);
      return entry?.declared?.has(name) && field.fixedAtCreation !== undefined ? [[entry, name, field]] : [];
    }),
  );
}

function finding({ facet }: Entry, name: string, { fixedAtCreation }: Field, { document, spec }: Deployed): Finding {
  const setting = settingName(facet, name);
  return {
    rule: 'plan/fixed',
    severity: 'error',
    message: `${setting} is not what the deployed pool was made with, by Terraform’s state, and no deploy changes it: Terraform ignores ${fixedAtCreation}.`,
    help: `Write ${setting} as it was, or make a new pool and move the users.`,
    target: document.file,
    setting,
    at: document.locate(yamlPath(facet, name)),
    confidence: 'documented',
    fingerprint: `${spec.pool.id}:plan/fixed:${setting}`,
  };
}
