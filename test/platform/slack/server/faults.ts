/** One rule of Slack's that a payload breaks, with the place as Slack names it. */
export interface Fault {
  readonly message: string;
  readonly pointer: string;
}

/** Collects faults; a check goes down into a value with `at`. */
export interface Faults {
  readonly found: readonly Fault[];
  readonly add: (message: string) => void;
  readonly at: (...path: readonly (string | number)[]) => Faults;
}

export function collectFaults(pointer = '', found: Fault[] = []): Faults {
  return {
    found,
    add: (message) => void found.push({ message, pointer }),
    at: (...path) => collectFaults([pointer, ...path].join('/'), found),
  };
}

/** As Slack writes them into `response_metadata.messages`. */
export const faultLines = (faults: Faults): readonly string[] =>
  faults.found.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string within bounds; nothing when it is missing and may be. */
export function checkString(
  faults: Faults,
  value: unknown,
  { least = 1, most, optional = false }: { least?: number; most: number; optional?: boolean },
): void {
  if (value === undefined && optional) return;
  if (typeof value !== 'string') faults.add('must provide a string');
  else if (value.length < least) faults.add(`must be more than ${least - 1} characters`);
  else if (value.length > most) faults.add(`must be less than ${most + 1} characters`);
}

export function checkKeys(
  faults: Faults,
  value: Readonly<Record<string, unknown>>,
  allowed: readonly string[],
): void {
  for (const key of Object.keys(value))
    if (!allowed.includes(key)) faults.add(`invalid additional property: ${key}`);
}

export function checkList(
  faults: Faults,
  value: unknown,
  { least = 1, most }: { least?: number; most: number },
  check: (faults: Faults, item: unknown) => void,
): void {
  if (!Array.isArray(value)) {
    faults.add('must provide an array');
    return;
  }
  if (value.length < least) faults.add(`no less than ${least} items allowed`);
  if (value.length > most) faults.add(`no more than ${most} items allowed`);
  for (const [at, item] of value.entries()) check(faults.at(at), item);
}
