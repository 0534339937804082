import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Facet, TerraformContext } from '../../src/model/facet.js';
import { identityOf } from '../../src/spec/desired.js';
import { ALL_FACETS, isLive, namedValues, ROWS, type Row, titled } from '../harness/registry.js';
import { MINIMAL } from '../harness/specs.js';

const committed = JSON.parse(readFileSync('schema/pool.schema.json', 'utf8'));
const accepts = new Ajv({ strict: false, allErrors: true }).compile(committed);

/** A spec that says one thing beside what every spec must say. */
function saying({ facet, name }: Row, value: unknown): unknown {
  const required = ROWS.filter((row) => row.facet.id === facet.id && row.field.required);
  const beside =
    facet.id === 'pool' ? MINIMAL.pool : Object.fromEntries(required.map((row) => [row.name, row.field.example]));
  const section = { ...beside, [name]: value };
  return { ...MINIMAL, [facet.id]: facet.kind === 'keyed' ? { [facet.key.example]: section } : section };
}

/** Every other setting is there, and as telling as it can be. */
function telling({ facet }: Row): TerraformContext {
  const value = (path: string): unknown => {
    const row = ROWS.find((one) => one.path === path);
    return row && (row.field.schema['type'] === 'boolean' ? true : (row.field.example ?? row.field.default));
  };
  return {
    identity: identityOf(MINIMAL),
    desired: value,
    declared: () => true,
    own: (setting) => value(`${facet.id}.${setting}`),
  };
}

/** What a section, or an object, looks like when AWS says nothing of it. */
function silence(facet: Facet): unknown {
  return facet.kind === 'keyed' ? {} : Object.fromEntries(facet.reads.map((section) => [section, {}]));
}

const fromCommitted = ({ facet, name }: Row): unknown => {
  const section = committed.properties[facet.id];
  return (facet.kind === 'keyed' ? section.additionalProperties : section).properties[name];
};

describe.each(titled(ROWS))('%s', (_path, row) => {
  const { field, facet } = row;

  it('has a doc that ends as a sentence does', () => {
    expect(field.doc).toMatch(/^[\p{Lu}\d][\s\S]*[.!?]$/u);
  });

  it('has a default or an example, and an example where it is required', () => {
    expect([field.default, field.example].filter((value) => value !== undefined)).not.toEqual([]);
    if (field.required) expect(field.example).toBeDefined();
  });

  it.each(namedValues(row).map((value) => [JSON.stringify(value), value]))('accepts %s', (_text, value) => {
    accepts(saying(row, value));
    expect(accepts.errors ?? []).toEqual([]);
  });

  it('is in the committed schema as the row says it', () => {
    expect(fromCommitted(row)).toEqual(JSON.parse(JSON.stringify(field.schema)));
  });

  if (isLive(row))
    it('takes silence of AWS for nothing, or for its default', () => {
      const seen = field.live(silence(facet) as never);
      if (seen !== undefined) expect(field.equal(field.default, seen), JSON.stringify(seen)).toBe(true);
    });

  if (isLive(row) && field.readable !== 'never' && field.absentMeans !== undefined)
    it('says who says what silence of AWS means', () => {
      expect(field.silence ?? facet.silence).toMatch(/^(documented|recorded|inferred): .{10}/);
    });

  if (isLive(row) && typeof field.terraform === 'function')
    it('writes something into Terraform', () => {
      const write = field.terraform as (value: unknown, context: TerraformContext) => object;
      const values = field.example === undefined ? namedValues(row) : [field.example];
      const written = values.map((value) => Object.keys(write(value, telling(row))).length);
      expect(Math.max(...written)).toBeGreaterThan(0);
    });

  it('names the row that expresses it, or the provider’s issue, where it has no argument of its own', () => {
    if ('via' in field.terraform) expect([...ROWS.map(({ path }) => path), facet.id]).toContain(field.terraform.via);
    if ('unsupported' in field.terraform) {
      expect(field.terraform.issue).toMatch(
        /^https:\/\/(github\.com\/hashicorp\/terraform-provider-aws\/(issues|pull)\/\d+|registry\.terraform\.io\/providers\/hashicorp\/aws\/latest\/docs\/resources\/\w+)$/,
      );
    }
  });

  it('judges its own default as safe as itself', () => {
    const values = namedValues(row);
    for (const value of values) expect(field.stronger?.(value, value) ?? 0).toBe(0);
  });
});

/** Lists whose being empty AWS documents as something else than their being left out. */
const EMPTY_IS_SAID = ['dynamicRegistration.grants', 'dynamicRegistration.openGrants'];

it('a list that AWS takes for left out when it is empty says so, so that a rule refuses it', () => {
  const lists = ROWS.filter((row) => isLive(row) && row.field.schema['type'] === 'array');
  const canBeEmpty = lists.filter(({ field }) => !field.schema['minItems'] && field.covers.length > 0);
  const otherwise = canBeEmpty.filter(({ field }) => JSON.stringify(field.absentMeans) !== '[]');
  const untold = otherwise.filter(({ field }) => field.emptyMeans === undefined).map(({ path }) => path);
  expect(untold).toEqual(EMPTY_IS_SAID);
});

describe('facets', () => {
  it.each(ALL_FACETS.map((facet) => [facet.id, facet]))('%s has a title, a summary and references', (_id, facet) => {
    expect(facet.title).not.toBe('');
    expect(facet.summary).toMatch(/\.$/);
    for (const url of facet.references) expect(url).toMatch(/^https:\/\//);
    expect(facet.references.length).toBeGreaterThan(0);
  });

  it.each(ALL_FACETS.filter((facet) => facet.kind === 'keyed').map((facet) => [facet.id, facet]))(
    '%s has an example key that its pattern accepts, and a name field that exists',
    (_id, facet) => {
      expect(facet.key.example).toMatch(new RegExp(facet.key.pattern, 'u'));
      if (facet.nameField) expect(Object.keys(facet.fields)).toContain(facet.nameField);
    },
  );

  it('have ids of their own', () => {
    expect(new Set(ALL_FACETS.map(({ id }) => id)).size).toBe(ALL_FACETS.length);
  });
});
