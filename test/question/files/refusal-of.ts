import { FileRefusal } from '../../../src/question/files/index.ts';

/** The refusal that reading ends in; fails where it ends in anything else. */
export async function refusalOf(read: () => unknown): Promise<FileRefusal> {
  try {
    await read();
  } catch (error) {
    if (error instanceof FileRefusal) return error;
    throw error;
  }
  throw new Error('The file was read.');
}
