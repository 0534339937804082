// Files that a spec names are read once, relative to the YAML, and known by their hash.
import { expect, it } from 'vitest';
import { FileContent } from '../../src/model/file-content.js';
import { embed } from '../../src/spec/embed.js';
import { reading } from '../harness/files.js';
import { subjectOf } from '../harness/specs.js';

const YAML = `domains:
  acme-login:
clients:
  web:
hostedUi:
  web:
    image: assets/logo.png
`;

function embedded(size: number | undefined) {
  const asked: string[] = [];
  const { document, spec } = subjectOf(YAML);
  const result = embed(document, spec, {
    stat: () => undefined,
    list: () => [],
    ...reading((path) => {
      asked.push(path);
      return size === undefined ? undefined : new Uint8Array(size).fill(1);
    }),
  });
  return { ...result, asked };
}

it('reads a file from the folder of the spec', () => {
  const { spec, findings, asked } = embedded(1);
  expect(findings).toEqual([]);
  expect(asked).toEqual(['configs/assets/logo.png']);
  const image = spec.hostedUi?.['web']?.image as FileContent;
  expect(image).toBeInstanceOf(FileContent);
  expect(image.base64).toBe('AQ==');
  expect(JSON.parse(JSON.stringify(image))).toEqual({
    sha256: '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a',
    file: 'assets/logo.png',
  });
});

it('says at the line what is not there, or too large', () => {
  for (const [size, words] of [
    [undefined, 'hostedUi.web.image names assets/logo.png, which is not there.'],
    [131073, 'hostedUi.web.image names assets/logo.png, which has 131073 bytes; AWS takes 131072.'],
  ] as const) {
    const { findings } = embedded(size);
    expect(findings.map(({ rule, message, at }) => [rule, message, at?.start.line])).toEqual([
      ['spec/file', words, 12],
    ]);
  }
});
