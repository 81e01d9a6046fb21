import type { CodeModel } from './program.ts';
import type { Reading } from './reading.ts';

export function findModels(_reading: Reading): CodeModel[] {
  return [];
}
