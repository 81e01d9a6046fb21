import { type ArrayFile, checkFileSize, type FileNote, valueCountLimit } from './array-file.ts';
import { imageTypeOf } from './magic.ts';
import { FileRefusal } from './refusal.ts';

/**
 * The pixels of a PNG, JPEG or WebP picture, height × width × channels, 0 to 255: one channel for grey, three for
 * colour. As the frameworks' own decoders do it, an alpha channel is left out, a turn in the EXIF data and a colour
 * profile are not applied.
 * @throws FileRefusal for other formats, broken files, and more than 32 Mi values; nothing is decoded before that.
 */
export async function readImage(bytes: Uint8Array): Promise<ArrayFile> {
  checkFileSize(bytes);
  const format = imageTypeOf(bytes);
  if (format === null) {
    throw new FileRefusal('image-type', 'This is not a PNG, JPEG or WebP picture, which are those I read.');
  }
  const { default: sharp } = await import('sharp');
  const open = () =>
    sharp(bytes, { limitInputPixels: valueCountLimit, failOn: 'error', ignoreIcc: true, pages: 1 });
  const about = await open()
    .metadata()
    .catch((error: unknown) => refuse(error));
  const { width, height } = about;
  const channels = about.channels <= 2 ? 1 : 3;
  if (width * height * channels > valueCountLimit) throw tooLarge(width, height);
  const pixels = await (channels === 1 ? open().removeAlpha().toColourspace('b-w') : open().removeAlpha())
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => refuse(error));
  const { info } = pixels;
  const notes: FileNote[] = [];
  if (about.hasAlpha) {
    const { isOpaque } = await open()
      .stats()
      .catch((error: unknown) => refuse(error));
    notes.push({ kind: 'alpha-dropped', transparent: !isOpaque });
  }
  if (about.depth === 'ushort') notes.push({ kind: 'depth-reduced', bits: 16 });
  if (about.orientation !== undefined && about.orientation > 1) notes.push({ kind: 'turn-ignored' });
  if (about.pages !== undefined && about.pages > 1) notes.push({ kind: 'first-frame', frames: about.pages });
  const values = new Uint8Array(pixels.data.buffer, pixels.data.byteOffset, pixels.data.byteLength);
  return { format, shape: [info.height, info.width, info.channels], values, dtype: 'uint8', notes };
}

function tooLarge(width: number, height: number): FileRefusal {
  return new FileRefusal(
    'too-many-values',
    `The picture is ${width} × ${height} pixels; I read pictures up to 32 Mi values (pixels × channels). Scale it down first.`,
  );
}

/** sharp tells its refusals apart by their text only. */
function refuse(error: unknown): never {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('pixel limit')) {
    throw new FileRefusal(
      'too-many-values',
      'The picture has more than 32 Mi pixels, which is more than I read. Scale it down first.',
      { cause: error },
    );
  }
  throw new FileRefusal(
    'image-broken',
    'The picture is damaged or cut off, so I could not decode it. Save it anew and attach that.',
    { cause: error },
  );
}
