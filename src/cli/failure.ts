import { type Fault, PoolwardError } from '../model/errors.js';
import type { Finding } from '../model/finding.js';
import { jsonFinding } from '../report/parts/json-finding.js';
import { visible } from '../report/parts/visible.js';
import { EXIT, type ExitCode } from './exit.js';
import { Interrupted } from './interrupted.js';

/** Why a command could not do its work. */
export interface Failure {
  /** Stable and kebab-case. */
  readonly code: string;
  readonly fault: Fault;
  readonly message: string;
  readonly help: string | undefined;
  /** Only for what is a defect of Poolward. */
  readonly stack: string | undefined;
  readonly exitCode: ExitCode;
  /** What is wrong with the specs, where that is the reason. */
  readonly findings: readonly Finding[];
}

/** Makes a failure of whatever was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Interrupted) {
    return failure({ code: 'interrupted', fault: 'user', message: error.message, exitCode: error.exitCode });
  }
  if (error instanceof PoolwardError) {
    const { code, fault, message, help } = error;
    return failure({ code, fault, message, help, stack: fault === 'tool' ? stackOf(error) : undefined });
  }
  const message = error instanceof Error ? error.message : `thrown: ${JSON.stringify(error)}`;
  return failure({ code: 'unexpected', fault: 'tool', message, stack: stackOf(error) ?? message });
}

function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause = stackOf(error.cause);
  const stack = error.stack ?? String(error);
  return cause === undefined ? stack : `${stack}\ncaused by: ${cause}`;
}

/** Fills in what a failure mostly has. */
export function failure(parts: Pick<Failure, 'code' | 'fault' | 'message'> & Partial<Failure>): Failure {
  return { help: undefined, stack: undefined, exitCode: EXIT.unusable, findings: [], ...parts };
}

/**
 * The JSON document in place of a report. `findings` are inside `failure` on purpose: a script that looks for the
 * report's own finds nothing there, instead of an empty list that reads as "clean".
 */
export function failureJson(command: string | undefined, { code, fault, message, help, findings }: Failure): string {
  const body = { code, fault, message, help: help ?? null, findings: findings.map(jsonFinding) };
  return `${JSON.stringify({ version: 1, command: command ?? null, failure: body }, null, 2)}\n`;
}

/** For people: what happened and what to do; a stack only where the defect is ours. */
export function failureText({ fault, message, help, stack }: Failure, bugs: string | undefined): string {
  const lines =
    stack === undefined ? [`poolward: ${visible(message)}`] : ['poolward: unexpected error', '', stackText(stack)];
  if (help !== undefined) lines.push(`  ${visible(help)}`);
  if (fault === 'tool') lines.push('', request(bugs));
  return `${lines.join('\n')}\n`;
}

function stackText(stack: string): string {
  return stack.split('\n').map(visible).join('\n');
}

function request(bugs: string | undefined): string {
  const where = bugs === undefined ? '' : ` at ${bugs}`;
  return `This is a defect in Poolward. Please report it${where}, with the text above and what \`poolward --version\` says.`;
}
