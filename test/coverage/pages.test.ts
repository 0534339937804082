// The generated pages are those of the registry and the installed SDK as they are now.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blindnessPage, coveragePage } from '../../scripts/coverage.js';
import { refusalsPage } from '../../scripts/refusals.js';

it.each([
  ['docs/coverage.md', coveragePage],
  ['docs/refusals.md', refusalsPage],
  ['docs/terraform-blindness.md', blindnessPage],
])('%s is fresh', (file, page) => {
  expect(readFileSync(file, 'utf8') === page(), 'run `npm run generate`').toBe(true);
});
