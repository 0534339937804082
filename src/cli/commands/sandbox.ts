import { resolve } from 'node:path';
import { Option } from 'commander';
import { PoolwardError } from '../../model/errors.js';
import { SMS_ON_OMIT, type SmsOnOmit } from '../engines.js';
import { EXIT } from '../exit.js';
import { aborted } from '../interrupted.js';
import type { Subcommand } from '../subcommand.js';
import { accountNumber, wholeNumber } from '../values.js';

interface Options {
  readonly port: number;
  readonly account?: string;
  readonly smsOnOmit?: SmsOnOmit;
  readonly messages?: string;
  readonly allowHost?: readonly string[];
}

export const sandbox: Subcommand<Options> = {
  name: 'sandbox',
  summary: 'run a local Cognito on loopback until it is interrupted',
  examples: ['poolward sandbox --port 4566', 'poolward sandbox --port 4566 --messages codes.jsonl'],
  configure: (command) => {
    command
      .option('--port <number>', 'port on 127.0.0.1; 0 takes a free one', wholeNumber(65535), 0)
      .option('--account <number>', 'account that the pools belong to', accountNumber)
      .addOption(
        new Option('--sms-on-omit <way>', 'what a call that leaves the SMS configuration out does to it').choices(
          SMS_ON_OMIT,
        ),
      )
      .option('--allow-host <name...>', 'answer for this host name too, as a container calls it (host.docker.internal)')
      .option('--messages <file>', 'append every mail and text message, with its code, as a line of JSON');
  },
  run: async ({ port, account, smsOnOmit, messages, allowHost }, { io, engines }) => {
    io.heed();
    const messagesFile = messages && resolve(io.cwd, messages);
    const args = { port, account, smsOnOmit, messagesFile, allowedHosts: allowHost };
    const running = await engines.startSandbox(args).catch((cause) => {
      if (messages !== undefined && isAbout(cause, 'open')) throw unwritable(messages, cause);
      throw isAbout(cause, 'listen') ? portUnusable(port, cause) : cause;
    });
    try {
      // Alone on the first line: scripts read it to know that the sandbox is ready, and where.
      io.out(`${running.url}\n`);
      io.err('The sandbox runs until it is interrupted (Ctrl+C); its pools go with it.\n');
      await aborted(io.signal);
    } finally {
      await running.close();
    }
    return EXIT.clean;
  },
};

const isAbout = (cause: unknown, syscall: string): boolean => (cause as NodeJS.ErrnoException)?.syscall === syscall;

function portUnusable(port: number, cause: NodeJS.ErrnoException): PoolwardError {
  const reason = cause.code === 'EADDRINUSE' ? 'another program listens there' : cause.message;
  return new PoolwardError('port-unusable', `The sandbox cannot listen on port ${port} of 127.0.0.1: ${reason}.`, {
    fault: 'user',
    help: 'Choose another port, or --port 0 for a free one.',
    cause,
  });
}

function unwritable(file: string, cause: Error): PoolwardError {
  return new PoolwardError('cannot-write', `${file} cannot be written: ${cause.message}`, {
    fault: 'environment',
    cause,
  });
}
