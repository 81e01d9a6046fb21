import { readQuestion } from '../../question/index.ts';
import { compareQuestion } from '../equality/compare-question.ts';
import type { Ruling } from './claim.ts';
import { leftOver } from './covered.ts';
import { layersIn } from './layers.ts';

const link = String.raw`(?:is|are|does|do|gives?|computes?|produces?|returns?|=|==)?\s*(not |never )?(?:always |exactly |just |also |really )*(?:(?:the )?same (?:thing |result |output |values? |operation |layer |numbers? )?(?:as|like)|identical to|equivalent to|equals?(?: to)?|interchangeable with|==?|(?:a )?different from|differs? from)`;
const between = new RegExp(String.raw`^(.{2,160}?)\s+${link}\s+(.{2,160})$`, 'i');
const joined =
  /^(.{2,160}?) and (.{2,160}?) (?:are|do|give|compute|produce|return)\s+(not )?(?:always |exactly |just |really )*(?:the )?(same(?: thing| result| output| values?| operation| layer| numbers?)?|identical|equivalent|equal|interchangeable|different|differ|different (?:things|results|outputs))$/i;

/** "nn.AdaptiveAvgPool2d(1) is the same as GlobalAveragePooling2D", "MaxPool2d(2) twice equals MaxPool2d(4)". */
export function checkEquality(sentence: string): Ruling | null {
  const text = sentence
    .replace(/n't\b/g, ' not')
    .replace(/\b(?:does|do|did) not (?:equal|compute|give|produce)\b/i, 'is not equal to');
  const [whole, first, ,] = between.exec(text) ?? joined.exec(text) ?? [];
  if (!whole || !first) return null;
  const second = between.exec(text)?.[3] ?? joined.exec(text)?.[2];
  if (!second) return null;
  const [[one, map], [other, otherMap]] = [withoutMap(first), withoutMap(second)];
  if (!isSide(one) || !isSide(other)) return null;
  const on = map ?? otherMap;
  const asked = readQuestion({
    text: `Is ${one} the same as ${other}${on === null ? '' : ` on ${on}`}?`,
    prefer: 'compare',
  });
  const equality = compareQuestion(asked);
  if (!equality || 'undecided' in equality) return null;
  const denied = /\b(?:not|never)\b/i.test(text) !== /\bdiffer/i.test(text);
  if (on !== null && (equality.asked === null || equality.proof === 'none' || equality.nonNegative))
    return null;
  const equal = equality.forward === 'equal' || (on !== null && equality.forward === 'equal-when');
  return { right: equal !== denied, truth: { kind: 'equality', equality } };
}

/** A side without the map that the statement is about: "nn.AdaptiveAvgPool2d(7) on 14x14". */
function withoutMap(side: string): readonly [side: string, map: string | null] {
  const found =
    /\s+(?:on|for|of) (?:an? |the )?(\d+ ?[x×] ?\d+(?: ?[x×] ?\d+)?)(?: (?:map|input|image|feature map)s?)?$/i;
  const [whole, map = null] = found.exec(side) ?? [];
  return whole === undefined ? [side, null] : [side.slice(0, -whole.length), map];
}

/** A layer, layers in a row or a reduction in code, and nothing else that might matter. */
function isSide(side: string): boolean {
  const layers = layersIn(side);
  const reduction = /\b(?:tf|torch|np|jnp|x|K)\.\w+\(/.test(side);
  let rest = side.replace(/\b(?:tf|torch|np|jnp|x|K)\.[\w.]+\((?:[^()]|\([^()]*\))*\)/g, ' ');
  for (const { text } of layers) rest = rest.replace(text, ' ');
  rest = rest
    .replace(/(?: applied| used)?(?: twice| two times)(?: in a row)?$/i, ' ')
    .replace(/\b(?:followed by|then|gap|gmp|relu)\b/gi, ' ');
  return (
    (layers.length > 0 || reduction || /\b(?:pool|pooling|gap|gmp)\b/i.test(side)) &&
    leftOver(rest).length === 0
  );
}
