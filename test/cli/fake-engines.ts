import type { Engines, Outcome } from '../../src/cli/engines.js';
import { document, FILE, report } from '../report/sample.js';

/** An outcome over the sample spec. */
export function outcome(parts: Partial<Outcome['report']> = {}, rest: Partial<Outcome> = {}): Outcome {
  return { report: report(parts), documents: new Map([[FILE, document()]]), ...rest };
}

/** Engines that find nothing, each to be replaced by what a test needs. */
export function fakeEngines(overrides: Partial<Engines> = {}): Engines {
  const clean = async () => outcome();
  return {
    validateSpecs: async () => outcome({ command: 'validate' }),
    explainName: async () => '',
    synthSpecs: clean,
    auditSpecs: clean,
    fixSpecs: clean,
    acceptFindings: async () => ({ diff: '', notes: [] }),
    planSpecs: clean,
    preflightSpecs: clean,
    iamPolicy: async () => '{}\n',
    pullPool: async () => ({ text: 'pool:\n', imports: '{}\n', files: [], findings: [], unread: [], notes: [] }),
    auditUsers: clean,
    enforceUsers: clean,
    explainUser: async () => '',
    suspendMfa: async () => ({ text: '', came: 'met' }),
    restoreMfa: async () => ({ text: '', came: 'met' }),
    resetTotp: async () => ({ text: '', came: 'met' }),
    signIn: clean,
    startSandbox: async () => ({ url: 'http://127.0.0.1:4566', close: async () => undefined }),
    runDemo: async () => undefined,
    ...overrides,
  };
}
