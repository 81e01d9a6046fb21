import sharp from 'sharp';
import { type Answer, answerQuestion, type ImagePair, type Result } from '../answer/index.ts';
import type { AttachmentAnswer, AttachmentJob } from '../command/index.ts';
import { type ArrayFile, FileRefusal, type Request, readFile, readQuestion } from '../question/index.ts';

/** Reads a file and answers the question on its array; for a picture the picture itself is pooled and shown too. */
export async function answerAttachment({ request, name, bytes }: AttachmentJob): Promise<AttachmentAnswer> {
  try {
    const file = await readFile(name, bytes);
    const answer = answerQuestion(readQuestion({ ...request, input: inputOf(file) }));
    return { ok: true, answer: { ...answer, images: isPicture(file) ? await images(file, answer) : null } };
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, code: error.code, message: error.message };
    throw error;
  }
}

const isPicture = ({ format }: ArrayFile): boolean =>
  format === 'png' || format === 'jpeg' || format === 'webp';

/** Frameworks load pictures as floats; their bytes as such would be refused by an average. */
function inputOf(file: ArrayFile): Request['input'] {
  const picture = isPicture(file);
  return {
    shape: [...file.shape],
    values: Array.from(file.values),
    dtype: picture ? 'float32' : file.dtype,
    literal: file.format === 'npy',
    ...(picture ? { axes: ['height', 'width', 'channels'] } : {}),
  };
}

/** The picture before and after the first layer that gives a picture again. */
async function images(file: ArrayFile, { outcomes }: Answer): Promise<ImagePair | null> {
  const result = outcomes.find(
    (outcome): outcome is Result => outcome.kind === 'result' && outcome.values !== null,
  );
  if (!result?.values) return null;
  const [before, after] = await Promise.all([
    png(file.shape, file.values),
    png(result.output.own, result.values),
  ]);
  return before && after ? { before, after } : null;
}

/** A height × width × channels array as PNG; null for any other shape. */
async function png(
  shape: readonly (number | null)[],
  values: ArrayLike<number>,
): Promise<ImagePair['before'] | null> {
  const [height, width, channels = 1] = shape;
  if (!height || !width || (channels !== 1 && channels !== 3)) return null;
  const pixels = Uint8ClampedArray.from(values);
  const bytes = await sharp(pixels, { raw: { width, height, channels } }).png().toBuffer();
  return { width, height, png: bytes.toString('base64') };
}
