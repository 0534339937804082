#!/usr/bin/env node
// The binary: joins the command line to the process.
import { EXIT, type ExitCode } from './exit.js';
import { flush, nodeIo } from './io.js';
import { rootOf, run, wantsJson } from './run.js';
import { processSignals } from './signals.js';

// A notice to developers of the SDK's users, at every run on a Node that Poolward supports: not for the readers of a report.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const argv = process.argv.slice(2);
const io = nodeIo(processSignals(), rootOf(argv));

/** What was thrown outside of every promise that anybody waits for. */
async function onUncaught(error: unknown): Promise<void> {
  const { failureJson, failureOf, failureText } = await import('./failure.js');
  const failure = failureOf(error);
  io.err(failureText(failure, undefined));
  if (wantsJson(argv)) io.out(failureJson(undefined, failure));
  await exit(EXIT.unusable);
}

async function exit(code: ExitCode): Promise<void> {
  await flush();
  // Not `exitCode` alone: an open connection would keep the process until it times out.
  process.exit(code);
}

process.on('uncaughtException', onUncaught);

await exit(await run(argv, io));
