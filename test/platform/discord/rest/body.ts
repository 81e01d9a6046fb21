import type { Context } from 'hono';
import { ApiError } from './api-error.ts';

/** A file of a multipart form, as `files[n]`. */
export interface FormFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PostedBody {
  readonly json: unknown;
  /** By the n of `files[n]`. */
  readonly files: ReadonlyMap<string, FormFile>;
}

/** Reads JSON, or `payload_json` with `files[n]` beside it. */
export async function readBody(context: Context): Promise<PostedBody> {
  const type = context.req.header('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return { json: await readJson(context), files: new Map() };
  const form = await context.req.raw.formData();
  const files = new Map<string, FormFile>();
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const bytes = new Uint8Array(await value.arrayBuffer());
    files.set(index, { name: value.name, contentType: value.type, bytes });
  }
  const payload = form.get('payload_json');
  return { json: typeof payload === 'string' ? JSON.parse(payload) : {}, files };
}

async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}
