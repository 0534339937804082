import type { ErrorObject } from 'ajv';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { schemaFindings } from './schema-findings.js';

/** A compiled schema; ajv's own and the generated ones are. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null | undefined;
}

/** Checks a document against the schema. One whose YAML is broken has no value, and nothing more is said about it. */
export function validateSpec(document: SourceDocument, validator: Validator): Finding[] {
  if (document.value === undefined || validator(document.value)) return [];
  return schemaFindings(document, validator.errors ?? []);
}
