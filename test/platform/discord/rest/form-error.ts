import { RESTJSONErrorCodes } from 'discord.js';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';

interface Leaf {
  readonly code: string;
  readonly message: string;
}

/** A rule between fields breaks with Discord's own code: `context.addIssue(broken('CODE', 'words', path))`. */
export function broken(code: string, message: string, path: (string | number)[] = []) {
  return { code: 'custom' as const, message, path, params: { discord: code } };
}

/** Parses what was posted, or refuses it with 50035 and Discord's nested tree of errors. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw formError(
    parsed.error.issues.map((issue) => ({ path: issue.path.map(String), leaf: leafOf(issue) })),
  );
}

export function formError(issues: readonly { path: readonly string[]; leaf: Leaf }[]): ApiError {
  const tree: Record<string, unknown> = {};
  for (const { path, leaf } of issues) {
    let node = tree;
    for (const key of path) node = child(node, key);
    node._errors = [...(Array.isArray(node._errors) ? node._errors : []), leaf];
  }
  return new ApiError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', tree);
}

function child(node: Record<string, unknown>, key: string): Record<string, unknown> {
  const found = node[key];
  if (isRecord(found)) return found;
  const made: Record<string, unknown> = {};
  node[key] = made;
  return made;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function leafOf(issue: z.core.$ZodIssue): Leaf {
  switch (issue.code) {
    case 'custom':
      return { code: String(issue.params?.discord ?? 'BASE_TYPE_BAD'), message: issue.message };
    case 'too_big':
      return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return issue.minimum === 1
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: `Only ${issue.expected} is allowed.` };
    case 'invalid_union':
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: 'Value must be one of the allowed values.' };
    case 'unrecognized_keys':
      return { code: 'BASE_TYPE_BAD', message: `Unknown fields: ${issue.keys.join(', ')}` };
    default:
      return { code: 'BASE_TYPE_BAD', message: issue.message };
  }
}
