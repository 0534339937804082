import { gzipSync } from 'node:zlib';

/** 1 January 1980, the first day that the format has. */
const DAY = 0x21;
const UNIX = 3 << 8;
const READABLE = (0o100644 << 16) >>> 0;

/**
 * An archive of one file, the same bytes for the same file on every machine: no clock is asked, and nothing is packed, so
 * that no version of zlib has a say. Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zip(name: string, text: string): Uint8Array {
  const [path, data] = [Buffer.from(name), Buffer.from(text)];
  // The trailer of a gzip file begins with the checksum.
  const checksum = gzipSync(data).readUInt32LE(gzipSync(data).length - 8);
  const common = (to: Buffer, at: number): void => {
    to.writeUInt16LE(10, at);
    to.writeUInt16LE(DAY, at + 8);
    to.writeUInt32LE(checksum, at + 10);
    to.writeUInt32LE(data.length, at + 14);
    to.writeUInt32LE(data.length, at + 18);
    to.writeUInt16LE(path.length, at + 22);
  };
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  common(local, 4);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(UNIX | 10, 4);
  common(central, 6);
  central.writeUInt32LE(READABLE, 38);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + path.length, 12);
  end.writeUInt32LE(local.length + path.length + data.length, 16);
  return Buffer.concat([local, path, data, central, path, end]);
}
