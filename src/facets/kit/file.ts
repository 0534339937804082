import type { JsonSchema } from '../../model/facet.js';
import { FileContent } from '../../model/file-content.js';
import { terraformString } from '../../text/terraform.js';
import { call } from './reference.js';

/** A file that the spec names, before (`assets/logo.png`) and after it was read. */
export type FileValue = string | FileContent;

/** The schema of a path, relative to the spec. `x-file` is what makes `spec/embed` read it. */
export function fileSchema(maxBytes: number): JsonSchema {
  return { type: 'string', minLength: 1, maxLength: 1024, 'x-file': { maxBytes } };
}

/** The file for Terraform: its content, so that the stack does not depend on where it is applied. */
export function fileArgument(file: FileValue): string {
  if (file instanceof FileContent) return file.base64;
  return call('filebase64', terraformString(file));
}
