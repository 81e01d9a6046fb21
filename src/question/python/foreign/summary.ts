import type { Shape } from '../../../pooling/index.ts';
import type { Span } from '../../question.ts';
import { linesIn } from '../line.ts';
import type { CodeCall, CodeInput, CodeShape, CodeStep, Program } from '../program.ts';

/** One layer of a table, as it is stated there. */
interface Row {
  readonly name: string;
  readonly type: string;
  readonly output: Shape;
  readonly parameters: number;
  /** Names of the layers it takes; null where the table has no such column. */
  readonly takes: readonly string[] | null;
  readonly span: Span;
}

const header = /layer \(type(:depth-idx)?\).*output shape/i;
const rule = /^[\s\-=_─━┃│┏┓┗┛┡┩├┤┼┳╇┴└┘┌┐┬+|]*$/;

/** Whether code is a table that `model.summary()`, torchsummary or torchinfo prints. */
export const isSummary = (source: string): boolean => header.test(source);

/** Whether a line begins such a table. */
export const isSummaryHeader = (line: string): boolean => header.test(line);

/** Whether a line may belong to such a table: a rule, a row, the rest of a cell, a total. */
export function isSummaryLine(line: string): boolean {
  if (rule.test(line) || /^\s*[│┃|├└]/.test(line)) return true;
  if (/^\s*(total|trainable|non-trainable|optimizer|input size|forward|params size|estimated)\b/i.test(line))
    return true;
  return /[[(][\d\s,None-]*[\])]/.test(line) || /^\s+\S/.test(line) || /^\s*[\w)\]',[.…]+\s*$/.test(line);
}

/** The layers of a table with what it states of each, connected by its last column or one after the other. */
export function readSummary(source: string): Program {
  const rows = rowsOf(source);
  const calls: CodeCall[] = [];
  const steps: CodeStep[] = [];
  const inputs: CodeInput[] = [];
  const ids = new Map<string, string>();
  let before: string | null = null;
  for (const { name, type, output, parameters, takes, span } of rows) {
    const shape: CodeShape = { shape: output, written: 'summary', batched: true, of: null, span };
    if (type === 'InputLayer') {
      inputs.push({ id: name, name, read: shape });
      ids.set(name, name);
      before = name;
      continue;
    }
    const call = calls.length;
    const id = String(call);
    const taken = takes?.flatMap((layer) => idOf(layer, ids) ?? []) ?? [];
    if (before === null) inputs.push({ id: 'input', name: 'input', read: null });
    steps.push({ call, applied: null, id, inputs: taken.length > 0 ? taken : [before ?? 'input'] });
    calls.push({ ...callOf(type, name, span), stated: { output, parameters } });
    ids.set(name, id);
    before = id;
  }
  const model = { name: null, notation: 'printed', steps, inputs, uncalled: false } as const;
  const models = steps.length > 0 ? [model] : [];
  const shapes = inputs.flatMap(({ read }) => (read !== null && 'written' in read ? [read] : []));
  return { source, calls, models, arrays: [], shapes, comments: [], problems: [] };
}

/** The layer of a name; a narrow column cuts names off, with three dots. */
function idOf(written: string, ids: ReadonlyMap<string, string>): string | null {
  const known = ids.get(written);
  if (known !== undefined) return known;
  const fits = (name: string): boolean => {
    const [cut, whole] = [withoutDots(written), withoutDots(name)];
    return (written !== cut && whole.startsWith(cut)) || (name !== whole && cut.startsWith(whole));
  };
  return [...ids].findLast(([name]) => fits(name))?.[1] ?? null;
}

const withoutDots = (name: string): string => name.replace(/\.+$/, '');

const callOf = (name: string, target: string, span: Span): CodeCall => ({
  name,
  qualified: name,
  args: [],
  span,
  target,
  within: null,
  receiver: null,
  applied: [],
  settings: [],
  wraps: null,
  form: 'call',
});

/** The rows, each put together from the lines that its cells are broken into. */
function rowsOf(source: string): readonly Row[] {
  const lines = linesIn(source, { start: 0, end: source.length });
  const head = lines.find(({ start, end }) => header.test(source.slice(start, end)));
  if (head === undefined) return [];
  const title = source.slice(head.start, head.end);
  const boxed = /[│┃]/.test(title);
  const connected = /connected to/i.test(title);
  const groups: { cells: string[]; span: { start: number; end: number } }[] = [];
  let open = false;
  for (const line of lines.filter(({ start }) => start > head.start)) {
    const text = source.slice(line.start, line.end).replace(/\n$/, '');
    if (rule.test(text) && !/[│┃]/.test(text.trim().slice(1, -1))) {
      open = false;
      if (/^[=\s]+$/.test(text) && groups.length > 0 && text.trim() !== '') break;
      continue;
    }
    if (/^\s*(total|trainable|non-trainable)\b.*params/i.test(text)) break;
    const cells = boxed ? text.split(/[│┃]/).slice(1, -1) : cellsOf(text);
    const last = groups.at(-1);
    const goesOn = last !== undefined && (boxed ? open : cells.length < 3 || !/\d/.test(cells[2] ?? ''));
    if (goesOn) {
      last.cells = boxed ? joined(last.cells, cells) : appended(last.cells, text);
      last.span.end = line.end;
    } else groups.push({ cells, span: { start: line.start, end: line.end } });
    open = true;
  }
  return groups.flatMap(({ cells, span }) => rowOf(cells, connected, span) ?? []);
}

/** Name with type, shape, number, connections; `conv (Conv2D)  (None, 26, 26, 32)  320  ['input[0][0]']`. */
function cellsOf(text: string): string[] {
  const parts = /^(.*?)\s*(\[?[[(][-\d\s,None]*[\])]+)\s+([\d,]+|--)\s*(.*)$/.exec(text);
  return parts === null ? [text.trim()] : parts.slice(1).map((part) => part.trim());
}

const joined = (cells: readonly string[], more: readonly string[]): string[] =>
  cells.map((cell, at) => `${cell.trimEnd()}${at === 0 ? ' ' : ''}${(more[at] ?? '').trim()}`);

/** The rest of a name stands on the left, further connections on the right. */
function appended([name = '', ...others]: readonly string[], text: string): string[] {
  const connections = /\['?|'/.test(text) ? text.slice(text.search(/\[?'/)) : '';
  const rest = connections === '' ? text : text.slice(0, text.search(/\[?'/));
  const [shape = '', number = '', links = ''] = others;
  return [`${name}${rest.trim()}`, shape, number, `${links}${connections.trim()}`];
}

function rowOf(cells: readonly string[], connected: boolean, span: Span): Row | null {
  const [title = '', shape = '', number = '', links = ''] = cells;
  const named = titleOf(title);
  const output = shapeOf(shape);
  if (named === null || output === null) return null;
  const parameters = Number(number.replace(/[^\d]/g, '') || '0');
  const names = connected
    ? [...links.matchAll(/(\w[\w./:-]*?(?:\.{3})?)(?:\[|(?<=\.{3})(?!\w*\[))/g)].map(([, name = '']) => name)
    : [];
  return { ...named, output, parameters, takes: names.length > 0 ? names : null, span };
}

/** `conv2d (Conv2D)`, `Conv2d-1`, `├─Conv2d: 1-1`. */
function titleOf(written: string): { name: string; type: string } | null {
  const title = written.replace(/^[\s│├└─|+-]+/, '').trim();
  const keras = /^(.*?)\s*\(([\w\s.…]+)\)?$/.exec(title);
  if (keras !== null) {
    const [, name = '', type = ''] = keras;
    return { name: name.replace(/\s/g, ''), type: type.replace(/\s/g, '').replace(/\.+$/, '…') };
  }
  const torch = /^(\w+)(?:-(\d+)|(?: \(\w+\))?: ?([\d-]+))$/.exec(title);
  return torch === null ? null : { name: title, type: torch[1] ?? '' };
}

function shapeOf(written: string): Shape | null {
  const inner = /[[(]+([^[\]()]*)[\])]/.exec(written)?.[1];
  if (inner === undefined) return null;
  const sizes = inner
    .split(',')
    .map((size) => size.trim())
    .filter((size) => size !== '')
    .map((size) => (size === 'None' || size === '-1' ? null : Number(size)));
  return sizes.some((size) => Number.isNaN(size)) ? null : sizes;
}
