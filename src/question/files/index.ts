export type { ArrayFile, FileNote } from './array-file.ts';
export { readCsv } from './csv.ts';
export { readImage } from './image.ts';
export { readNpy } from './npy.ts';
export { readFile } from './read.ts';
export { FileRefusal, type FileRefusalCode } from './refusal.ts';
