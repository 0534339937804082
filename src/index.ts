// The library: what a program needs to load specs, and to compare a live pool that it reads by its own PoolReader.
export { auditPool, type DeployOutputs, type PoolAudit, type Subject } from './audit/audit.js';
export { type Difference, diff } from './audit/diff.js';
export { type KnownIds, observe } from './audit/observe.js';
export type { PoolReader, ReadRequest } from './audit/ports.js';
export type { PoolSpec } from './facets/index.js';
export type { PoolIdentity, Snapshot } from './model/facet.js';
export type { Change, Finding } from './model/finding.js';
export type { Coverage, Report, Target } from './model/report.js';
export type { SourceDocument } from './model/source.js';
export type { PoolState } from './model/state.js';
export { desired, identityOf } from './spec/desired.js';
export type { Files } from './spec/files.js';
export { type Loaded, type LoadedSpec, loadSpecs } from './spec/load.js';
