import { isNpy } from './npy-header.ts';

export type ImageType = 'png' | 'jpeg' | 'webp';

/** What a file is by its first bytes; `text` where it has none of the known beginnings and no zero byte. */
export type ContentType = ImageType | 'npy' | 'text' | 'other';

const startsWith = (bytes: Uint8Array, magic: readonly number[], from = 0): boolean =>
  magic.every((byte, at) => bytes[from + at] === byte);

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

const png = [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a];

export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, png)) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  return startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8) ? 'webp' : null;
}

/** Formats that people attach by mistake, with a word on each. */
const foreign: readonly (readonly [readonly number[], string])[] = [
  [ascii('PK\x03\x04'), 'a zip archive (.npz and .xlsx are such)'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x89, ...ascii('HDF')], 'an HDF5 file'],
  [ascii('GIF8'), 'a GIF picture'],
  [ascii('BM'), 'a BMP picture'],
  [ascii('II*\0'), 'a TIFF picture'],
  [ascii('MM\0*'), 'a TIFF picture'],
  [ascii('%PDF'), 'a PDF'],
  [ascii('<svg'), 'an SVG picture'],
  [ascii('<?xml'), 'an XML file'],
  [ascii('<!DOCTYPE'), 'a web page'],
  [ascii('<html'), 'a web page'],
  [[0x80, 0x02], 'a Python pickle'],
  [[0x80, 0x03], 'a Python pickle'],
  [[0x80, 0x04], 'a Python pickle'],
  [[0x80, 0x05], 'a Python pickle'],
];

export function contentTypeOf(bytes: Uint8Array): ContentType {
  if (isNpy(bytes)) return 'npy';
  const image = imageTypeOf(bytes);
  if (image) return image;
  if (foreignName(bytes) !== null) return 'other';
  return bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes) ? 'other' : 'text';
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);

/** What a file is that is not read, where that can be told. */
export function foreignName(bytes: Uint8Array): string | null {
  return foreign.find(([magic]) => startsWith(bytes, magic))?.[1] ?? null;
}
