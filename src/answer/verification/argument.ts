import { type FrameworkId, findLayers, type Layer, type Parameter, repr } from '../../frameworks/index.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isDenied } from './covered.ts';
import { layersIn } from './layers.ts';

const takes =
  /^(?:the )?LAYER (?:layer )?(?:has|have|takes|accepts|supports|offers|provides|knows|does not have|doesn't have|does not take|doesn't take|does not support|doesn't support|does not accept|doesn't accept|lacks|has no|takes no)(?: an?| the| any| no)? (\w+)(?: ?= ?(?:True|False|None|\d+))?(?: (?:argument|parameter|option|keyword|setting|flag))?$/i;
const defaults = [
  /^(?:the )?LAYER (?:layer )?(?:has|uses) an? default (pool.size|kernel.size|strides?|padding|data.format) of "?([\w.]+|\([\d, ]+\))"?$/i,
  /^(?:the )?LAYER (?:layer )?(?:has|uses|sets|takes) (\w+) ?= ?"?([\w.]+|\([\d, ]+\))"?(?: as (?:the |its )?default| by default)$/i,
  /^(?:the )?(?:default (?:value )?(?:(?:of|for) )?)?(\w+) (?:of|in|for) (?:the )?LAYER (?:layer )?(?:is|defaults to|equals|=)(?: set to)?(?: not)? (?:by default )?"?([\w.]+|\([\d, ]+\))"?(?: by default)?$/i,
  /^(?:the )?LAYER(?:'s)? (?:layer )?(?:default )?(\w+) (?:is|defaults to|equals)(?: not)? "?([\w.]+|\([\d, ]+\))"?(?: by default)?$/i,
  /^in (?:the )?LAYER,? (?:the )?(?:default )?(\w+) (?:is|defaults to|equals)(?: not)? "?([\w.]+|\([\d, ]+\))"?(?: by default)?$/i,
  /^(?:the )?(?:default )?(\w+) (?:is|defaults to|equals)(?: not)? "?([\w.]+|\([\d, ]+\))"?(?: by default)? in (?:the )?LAYER$/i,
];

/** "MaxPooling2D has no count_include_pad", "pool_size of MaxPooling2D defaults to 2": by the framework's own table. */
export function checkArgument(sentence: string, { framework }: Context): Ruling | null {
  const layers = layersIn(sentence);
  const [named, other] = layers;
  if (!named || other || named.text.includes('(')) return null;
  const [layer] = layersNamed(named.text, framework);
  if (!layer) return null;
  const text = `${sentence.slice(0, named.start)}LAYER${sentence.slice(named.end)}`
    .replace(/\b(?:in|for) (?:pytorch|keras|tensorflow|torch|onnx)(?: \d[\d.]*)?,? ?/i, '')
    .replace(/\b(?:pytorch|torch|keras|tensorflow|onnx)'?s? (?:layer |class )?(?=LAYER)/i, '')
    .trim();
  return needsArgument(text, layer) ?? takesArgument(text, layer) ?? hasDefault(text, layer);
}

function layersNamed(name: string, framework: FrameworkId | null): readonly Layer[] {
  const found = findLayers(name);
  const own = framework ? found.filter((layer) => layer.framework === framework) : [];
  return own.length > 0 && found[0]?.name.toLowerCase() === own[0]?.name.toLowerCase() ? found : found;
}

function takesArgument(text: string, layer: Layer): Ruling | null {
  const [, argument] = takes.exec(text) ?? [];
  if (!argument || !known.has(argument.toLowerCase())) return null;
  const taken = layer.parameters.some(({ name }) => name === argument);
  const denied = isDenied(text) || /\b(?:has|takes) no\b|\blacks\b/i.test(text);
  return { right: taken !== denied, truth: { kind: 'argument', layer: layer.name, argument, takes: taken } };
}

const needs =
  /^(?:the )?LAYER (?:layer )?(needs|requires|does not need|doesn't need|does not require|doesn't require) (?:an?|the|its|to be given an?)? ?(\w+)(?: (?:argument|parameter))?$|^(?:the )?(\w+) (?:of|in) LAYER is (not )?(?:required|mandatory|(optional))$/i;

function needsArgument(text: string, layer: Layer): Ruling | null {
  const [whole, , first, second, , optional] = needs.exec(text) ?? [];
  const argument = first ?? second;
  const parameter = layer.parameters.find(({ name, tensor }) => name === argument && !tensor);
  if (!whole || !parameter) return null;
  const value = written(parameter);
  const says = (optional === undefined) !== isDenied(text);
  return {
    right: (value === null) === says,
    truth: { kind: 'default', layer: layer.name, argument: parameter.name, value },
  };
}

const known = new Set(
  'pool_size strides stride padding data_format kernel_size dilation ceil_mode return_indices count_include_pad divisor_override keepdims output_size norm_type kernel_shape auto_pad pads dilations storage_order'.split(
    ' ',
  ),
);

function hasDefault(text: string, layer: Layer): Ruling | null {
  for (const pattern of defaults) {
    const [, argument, stated] = pattern.exec(text) ?? [];
    const named = argument?.replace(' ', '_');
    const parameter = layer.parameters.find(({ name, tensor }) => name === named && !tensor);
    if (!argument || !stated || !parameter || !/default/i.test(text)) continue;
    const value = written(parameter);
    // A stride of None is told by what it comes to.
    if (/^strides?$/.test(argument) && value === 'None' && /^1$|^\(1(?:, 1)*\)$/.test(stated))
      return { right: isDenied(text), truth: { kind: 'rule', rule: 'default-stride' } };
    if (/^strides?$/.test(argument) && value === 'None' && !/^none$/i.test(stated)) return null;
    const right = value !== null && plain(value) === plain(stated);
    return {
      right: right !== isDenied(text),
      truth: { kind: 'default', layer: layer.name, argument, value },
    };
  }
  return null;
}

const written = ({ fallback }: Parameter): string | null => (fallback ? repr(fallback) : null);

/** (2, 2) is 2, 'valid' is valid, 0 is False. */
function plain(value: string): string {
  const text = value.toLowerCase().replace(/['"]/g, '');
  const [, one, others] = /^\((\d+)((?:, \d+)*)\)$/.exec(text) ?? [];
  return one !== undefined && (others ?? '').split(', ').every((other) => other === '' || other === one)
    ? one
    : text;
}
