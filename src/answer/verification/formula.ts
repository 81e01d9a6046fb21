import type { FormulaId, Ruling } from './claim.ts';
import { type Expression, readExpression } from './expression.ts';

type Role = 'n' | 'k' | 's' | 'p' | 'd';

const sizeNames: Readonly<Record<string, Role>> = Object.fromEntries([
  ...'n h w i l x in input input_size input_height input_width input_length input_dim size height width length h_in w_in n_in l_in in_size image_size insize n_h n_w i_h i_w'
    .split(' ')
    .map((name) => [name, 'n']),
  ...'k f kernel kernel_size pool_size pool poolsize window window_size filter filter_size ks k_h k_w kernel_height kernel_width kernelsize size_pool k_size'
    .split(' ')
    .map((name) => [name, 'k']),
  ...'s stride strides s_h s_w st'.split(' ').map((name) => [name, 's']),
  ...'p pad padding pads p_h p_w'.split(' ').map((name) => [name, 'p']),
  ...'d dilation'.split(' ').map((name) => [name, 'd']),
] as const);

const words: readonly (readonly [RegExp, string])[] = [
  [
    /\b(input|image|in|output|kernel|pool|pooling|window|filter)[ -]?(size|height|width|length|dim(?:ension)?|shape)\b/gi,
    '$1_$2',
  ],
  [/\bpooling_size\b/gi, 'pool_size'],
  [/_(?:dimension|dim|shape)\b/gi, '_size'],
  [/\bdivided by\b|\bover\b/gi, '/'],
  [/\bplus\b/gi, '+'],
  [/\bminus\b/gi, '-'],
  [/\btimes\b|\bmultiplied by\b/gi, '*'],
  [/\b(?:math|np|torch|numpy|tf)\.(floor|ceil)\b/gi, '$1'],
  [/\b(?:the|effective)\s+/gi, ''],
];
const lhs =
  /^(?:the |its )?(?:formula (?:for|of|is)?(?: the)?|equation(?: for)?(?: the)?|general |usual |standard |correct )*(?:out(?:put)?s?(?:[_ -](?:size|shape|height|width|length|dim(?:ension)?s?|spatial size|feature map size))?|size|height|width|length|o|h_?out|w_?out|n_?out|l_?out|h'|w'|o_[hw]|new (?:size|height|width)|output formula)(?: (?:size|formula|of (?:the |a )?(?:pooling|layer|pooling layer|max pooling|average pooling)|is given by|can be computed as|without padding|with padding|along each axis|per axis|of each axis|formula is|in each dimension))*\s*(?:=|:|is given by|is computed as|is calculated as|can be computed as|equals|is|becomes)\s*(?:given by|computed as|calculated as|equal to|always|just|simply)?\s*/i;
const before =
  /^(?:with|for|under|using|in|when|if)\s+(?:the )?(?:padding ?(?:=|is|mode)? ?)?["']?(same|valid|no|zero|without|default|explicit)["']?(?: padding)?(?: (?:is used|mode|pooling))?,? (?:the )?/i;
const without = /^(?:with(?:out| no)(?: any)? padding),? (?:the )?/i;

/** What is said around a formula. */
export interface FormulaFrame {
  readonly same: boolean;
  readonly valid: boolean;
  readonly denied: boolean;
}

/**
 * Decides a formula for the output size ("out = floor((n + 2p - k)/s) + 1") by working it out next to the rule over
 * many sizes; null where the sentence is no such formula, or uses names that nothing tells the meaning of.
 */
export function checkFormula(sentence: string, heading: string): Ruling | null {
  let text = sentence.trim().replace(/[.\s]+$/, '');
  const frame = { same: false, valid: false, denied: false };
  text = text.replace(/^(?:with|for|including) (?:dilation|padding|padding and dilation)[,:]? /i, '');
  const about = before.exec(text) ?? without.exec(text);
  if (about) {
    frame.same = about[1]?.toLowerCase() === 'same';
    frame.valid = !frame.same && about[1]?.toLowerCase() !== 'explicit';
    text = text.slice(about[0].length);
  }
  const behind =
    /(?:,? (?:with|for|using|under) (?:["']?(same|valid)["']? padding|padding ?=? ?["']?(same|valid)["']?|no padding))$|,? without padding$/i.exec(
      text,
    );
  if (behind) {
    frame.same ||= /same/i.test(behind[0]);
    frame.valid ||= !/same/i.test(behind[0]);
    text = text.slice(0, behind.index);
  }
  const inside = /\b(without padding|(?:with |for )?(?:"?same"?|"?valid"?) padding)\b/i.exec(
    text.split('=')[0] ?? '',
  );
  if (inside) {
    frame.same ||= /same/i.test(inside[0]);
    frame.valid ||= !/same/i.test(inside[0]);
  }
  if (/^["']?same\b/i.test(heading)) frame.same = true;
  if (/^["']?valid\b|^no padding/i.test(heading)) frame.valid = true;
  const start = lhs.exec(text);
  if (!start) return null;
  let body = text.slice(start[0].length);
  if (/^not /i.test(body)) {
    frame.denied = true;
    body = body.slice(4);
  }
  const down = /,?\s*\(?(?:rounded|rounding) (down|up)\)?$/i.exec(body);
  if (down) body = `${down[1]?.toLowerCase() === 'up' ? 'ceil' : 'floor'}(${body.slice(0, down.index)})`;
  for (const [pattern, plain] of words) body = body.replace(pattern, plain);
  const expression = readExpression(body);
  return expression && decide(expression, frame);
}

function decide(expression: Expression, frame: FormulaFrame): Ruling | null {
  const roles = new Set<Role>();
  for (const name of expression.names) {
    const role = sizeNames[name];
    if (role === undefined) return null;
    roles.add(role);
  }
  if (!roles.has('n') || expression.operators === 0) return null;
  const formula = formulaFor(roles, frame);
  if (!formula) return null;
  const right = samples(roles, formula).every(([values, output]) => {
    const named = new Map(
      [...expression.names].map((name) => [name, values[sizeNames[name] ?? 'n']] as const),
    );
    const stated = expression.evaluate(named);
    return (expression.rounded ? stated : Math.floor(Number(stated.toFixed(9)))) === output;
  });
  return { right: right !== frame.denied, truth: { kind: 'formula', formula } };
}

/** Which rule a formula must be meant for; null where it could be several. */
function formulaFor(roles: ReadonlySet<Role>, { same, valid }: FormulaFrame): FormulaId | null {
  if (same) return 'same';
  if (roles.has('d')) return 'dilated';
  if (roles.has('p') && !valid) return 'padded';
  if (!roles.has('k')) return valid ? 'valid' : null;
  return roles.has('s') ? 'valid' : 'window-stride';
}

type Values = Readonly<Record<Role, number>>;

function samples(roles: ReadonlySet<Role>, formula: FormulaId): readonly (readonly [Values, number])[] {
  const found: (readonly [Values, number])[] = [];
  for (let k = 1; k <= 5; k += 1) {
    for (const s of formula === 'window-stride' ? [k] : [1, 2, 3, 4]) {
      for (const p of roles.has('p') ? [0, 1, 2] : [0]) {
        for (const d of roles.has('d') ? [1, 2, 3] : [1]) {
          const reach = d * (k - 1) + 1;
          if (2 * p > reach) continue;
          for (let n = Math.max(1, reach - 2 * p); n <= 14; n += 1) {
            const output = formula === 'same' ? Math.ceil(n / s) : Math.floor((n + 2 * p - reach) / s) + 1;
            found.push([{ n, k, s, p, d }, output]);
          }
        }
      }
    }
  }
  return found;
}
