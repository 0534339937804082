import { expect, it } from 'vitest';
import { specFile, specName } from '../../src/model/spec-name.js';

it.each([
  ['configs/acme.yaml', undefined],
  ['configs/acme.yaml', 'production'],
  ['configs/a --environment b.yaml', 'c'],
])('%s, environment %s: the file comes back', (file, environment) => {
  expect(specFile(specName(file, environment))).toBe(file);
});
