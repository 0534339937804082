import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { terminal } from '../../src/cli/terminal.js';

/** A terminal at which these keys are pressed once something is asked. */
function sitting(keys: string, signal = new AbortController().signal) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  const interrupted: string[] = [];
  output.on('data', (chunk) => void shown.push(String(chunk)));
  const ask = terminal({ input, output, signal, interrupt: () => void interrupted.push('once') });
  return {
    ask: (text: string, hidden: boolean) => {
      const asked = ask(text, hidden);
      setImmediate(() => input.write(keys));
      return asked;
    },
    shown: () => shown.join(''),
    interrupted,
  };
}

it('shows what is typed', async () => {
  const { ask, shown } = sitting('12345\x7f6\r');
  expect(await ask('Code: ', false)).toBe('12346');
  expect(shown()).toMatch(/Code: .*12345/s);
});

it('shows no character of what is hidden', async () => {
  const { ask, shown } = sitting('hunter2\r');
  expect(await ask('Password: ', true)).toBe('hunter2');
  expect(shown()).toBe('Password: \n');
});

it('hides before it asks', async () => {
  const order: string[] = [];
  const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => void order.push(`raw ${on}`) });
  const output = new PassThrough();
  output.on('data', () => void order.push('text'));
  const ask = terminal({ input, output, signal: new AbortController().signal, interrupt: () => undefined });
  setImmediate(() => input.write('hunter2\r'));
  await ask('Password: ', true);
  expect(order).toEqual(['raw true', 'text', 'raw false', 'text']);
});

it('keeps a text of several lines', async () => {
  const { ask, shown } = sitting('1\r');
  await ask('first line\n  second: ', false);
  expect(shown()).toMatch(/^first line\n.*second: /s);
});

it('asks again at the same terminal', async () => {
  const { ask } = sitting('one\r');
  expect([await ask('1 ', false), await ask('2 ', true), await ask('3 ', false)]).toEqual(['one', 'one', 'one']);
});

it('takes the end of the input for an empty line', async () => {
  expect(await sitting('\x04').ask('Code: ', true)).toBe('');
});

it('passes Ctrl-C on, and ends when the run is interrupted', async () => {
  const controller = new AbortController();
  const own = sitting('\x03', controller.signal);
  const asked = own.ask('Code: ', false);
  setTimeout(() => controller.abort(new Error('interrupted')), 20);
  await expect(asked).rejects.toThrow();
  expect(own.interrupted).toEqual(['once']);
});
