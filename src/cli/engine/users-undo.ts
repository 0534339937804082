import { type Cut, cutFindings, cutOf } from '../../users/cut-journal.js';
import { enforcedFindings, leftFindings } from '../../users/enforce-findings.js';
import { viewJournal } from '../../users/journal.js';
import { planFile } from '../../users/plan-file.js';
import { countUndoable, undoUsers } from '../../users/undo.js';
import type { Outcome } from '../engines.js';
import { enforceJournal } from './enforce-journal.js';
import { aboutOf, type Run, reportedOf } from './enforce-outcome.js';
import { suspensionsOf } from './suspension-journal.js';

/** Takes back what the journal of an earlier run has done; without `yes` it only counts. */
export async function undoEnforced(run: Run, name: string): Promise<Outcome> {
  const { changes, cut } = await viewed(run, name);
  const told = (settled?: Parameters<typeof cutFindings>[1]) =>
    cutFindings(cut, settled, { file: name, name: run.name }, aboutOf(run));
  const counted = changes === 1 ? '1 change' : `${changes} changes`;
  if (changes === 0 && cut.open.length === 0)
    return { ...reportedOf(run, told(), 0, []), notice: `${name} has nothing to take back.` };
  if (!run.args.yes)
    return {
      ...reportedOf(run, told(), 0, []),
      notice: `Dry run: nothing was changed. With --yes: ${counted} taken back.`,
    };
  const { talk, signal } = run.args;
  const suspensionOf = await suspensionsOf(run.args, run);
  await dropPlan(run, name);
  const onUsers = (done: number) => talk.progress(done, changes, `${name}: changes`);
  const { undone, settled } = await enforceJournal(run, name).use(async (within, journal, settled) => ({
    undone: await undoUsers(journal, { within, name: run.name, suspensionOf, signal, onUsers }),
    settled,
  }));
  const about = aboutOf(run);
  const findings = [
    ...told(settled),
    ...enforcedFindings(undone, changes + cut.open.length, about),
    ...leftFindings({ ...undone, looked: changes + cut.open.length }, about),
  ];
  const notice = `${undone.done === 1 ? '1 change' : `${undone.done} changes`} taken back, and read back.`;
  return { ...reportedOf(run, findings, undone.users, []), notice };
}

async function viewed({ args, poolId }: Run, name: string): Promise<{ readonly changes: number; readonly cut: Cut }> {
  const file = await args.io.journal(name, 'read');
  try {
    const journal = await viewJournal(file, { kind: 'enforce', pool: poolId });
    return { changes: await countUndoable(journal), cut: await cutOf(journal) };
  } finally {
    await file.close();
  }
}

/** What was taken back is not to be gone on with. */
async function dropPlan({ args }: Run, name: string): Promise<void> {
  const path = `${name}.plan`;
  if (args.io.files.stat(path) === undefined) return;
  const file = await planFile(await args.io.journal(path, 'append'), '');
  await file.close(true);
}
