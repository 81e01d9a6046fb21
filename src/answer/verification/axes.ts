import { findLayers } from '../../frameworks/index.ts';
import type { Ruling } from './claim.ts';
import { isDenied } from './covered.ts';
import { layersIn } from './layers.ts';

const says =
  /^(?:the )?(?:(output|input|result) of (?:the )?)?LAYER(?:'s (output|input|result))? (?:layer )?(?:(expects|takes|needs|requires|wants|accepts|returns|outputs|gives|produces|is|has|does not return|does not expect|doesn't return|doesn't expect|does not take|is not|isn't) )(?:an? |only |not )*(\d)(?:d| ?dimensional|-dimensional|-d)(?: (?:tensor|input|output|array|shape|result))?s?(?: (?:as|for) (?:its )?(?:input|output))?$/i;

/** "GlobalAveragePooling2D expects a 4D tensor", "… returns a 2D tensor": batch and channels counted, as Keras does. */
export function checkAxes(sentence: string): Ruling | null {
  const [named, other] = layersIn(sentence);
  if (!named || other || named.text.includes('(')) return null;
  const [layer] = findLayers(named.text);
  if (!layer?.rank || layer.framework !== 'keras' || layer.form !== 'class') return null;
  const found = says.exec(`${sentence.slice(0, named.start)}LAYER${sentence.slice(named.end)}`);
  if (!found) return null;
  const [, before, behind, verb = '', stated] = found;
  const input = layer.rank + 2;
  const output = layer.family.window === 'global' ? 2 : input;
  const side = before ?? behind;
  const entering = side ? /^input/i.test(side) : /expect|take|need|require|want|accept/i.test(verb);
  if (!side && /^(?:is|has)/i.test(verb)) return null;
  const right = Number(stated) === (entering ? input : output);
  return { right: right !== isDenied(sentence), truth: { kind: 'axes', layer: layer.name, input, output } };
}
