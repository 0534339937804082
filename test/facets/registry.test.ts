import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL_FACETS } from '../harness/registry.js';

const files = readdirSync('src/facets').filter((file) => file.endsWith('.ts') && file !== 'index.ts');
const camel = (file: string): string => file.replace(/\.ts$/, '').replace(/-(.)/g, (_, letter) => letter.toUpperCase());

it.each(files)('%s is one registered facet of its name', async (file) => {
  const module = (await import(/* @vite-ignore */ `../../src/facets/${file}`)) as Record<string, unknown>;
  const facet = ALL_FACETS.find(({ id }) => id === camel(file));
  expect(facet, `${file} is not in src/facets/index.ts`).toBeDefined();
  expect(module[camel(file)]).toBe(facet);
});

it('holds no facet without a file', () => {
  expect(ALL_FACETS.map(({ id }) => id).sort()).toEqual(files.map(camel).sort());
});
