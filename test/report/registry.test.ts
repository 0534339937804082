import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FORMAT_NAMES, reporters } from '../../src/report/index.js';

/** Files beside the reporters that are none. */
const OTHERS = ['index.ts', 'code-frame.ts'];

test('every file in src/report is a registered reporter, and nothing else is', () => {
  const entries = readdirSync(new URL('../../src/report/', import.meta.url), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !OTHERS.includes(entry.name)).map((entry) => entry.name);
  expect(files.sort()).toEqual(
    Object.keys(reporters)
      .map((name) => `${name}.ts`)
      .sort(),
  );
  expect(FORMAT_NAMES).toEqual(Object.keys(reporters));
});
