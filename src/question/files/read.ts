import { type ArrayFile, checkFileSize } from './array-file.ts';
import { readCsv } from './csv.ts';
import { readImage } from './image.ts';
import { type ContentType, contentTypeOf, foreignName } from './magic.ts';
import { readNpy } from './npy.ts';
import { FileRefusal } from './refusal.ts';

const contentOf: Readonly<Record<string, ContentType>> = {
  npy: 'npy',
  csv: 'text',
  tsv: 'text',
  txt: 'text',
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  webp: 'webp',
};

const described: Readonly<Record<ContentType, string>> = {
  npy: 'a NumPy array (.npy)',
  text: 'plain text',
  png: 'a PNG picture (.png)',
  jpeg: 'a JPEG picture (.jpg)',
  webp: 'a WebP picture (.webp)',
  other: 'something else',
};

const accepted = 'I read .npy, .csv, .png, .jpg and .webp files.';

/**
 * The array in an attached file, read by what its name says it is; the name must agree with the content.
 * @throws FileRefusal with a code and a sentence, and nothing else, whatever the bytes are.
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<ArrayFile> {
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
  const shown = name.slice(-80);
  const wanted = Object.hasOwn(contentOf, extension) ? contentOf[extension] : undefined;
  if (wanted === undefined) {
    const what =
      extension === '' ? `${shown} has no extension` : `${shown} is a .${extension.slice(0, 12)} file`;
    throw new FileRefusal('unknown-type', `${what}. ${accepted}`);
  }
  checkFileSize(bytes);
  const found = contentTypeOf(bytes);
  if (found !== wanted) {
    const what = foreignName(bytes) ?? described[found];
    const advice = found === 'text' || found === 'other' ? accepted : 'Rename it and attach it again.';
    throw new FileRefusal('wrong-extension', `${shown} is not ${described[wanted]} but ${what}. ${advice}`);
  }
  switch (wanted) {
    case 'npy':
      return readNpy(bytes);
    case 'text':
      return readCsv(bytes);
    default:
      return readImage(bytes);
  }
}
