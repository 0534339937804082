import { strToU8, zipSync } from 'fflate';

/** The first day that the format has; `fflate` writes local time, so this is one. */
const DAY = new Date(1980, 0, 1);
const UNIX = 3;
const READABLE = (0o100644 << 16) >>> 0;

/**
 * An archive of one file, the same bytes for the same file on every machine: no clock is asked, and nothing is packed, so
 * that no version of the packer has a say.
 */
export function zip(name: string, text: string): Uint8Array {
  return zipSync({ [name]: [strToU8(text), { level: 0, mtime: DAY, os: UNIX, attrs: READABLE }] });
}
