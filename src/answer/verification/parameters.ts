import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { LayerCall } from '../../question/index.ts';
import type { Ruling } from './claim.ts';
import type { Context } from './context.ts';
import { isCovered, isDenied } from './covered.ts';
import { layersIn, readWith, spanOf, type WrittenLayer } from './layers.ts';
import { modelOf, type SentenceModel } from './model.ts';
import { statedParameters } from './numbers.ts';
import { shapesIn } from './sizes.ts';

/** "A Dense(10) after Flatten on 7x7x512 has 250890 parameters", "GlobalAveragePooling2D has 0 parameters". */
export function checkParameters(sentence: string, context: Context): Ruling | null {
  const stated = statedParameters(sentence);
  if (!stated) return null;
  if (afterOther.test(sentence)) return checkBehind(sentence, stated, context);
  const [input, other] = shapesIn(sentence);
  // "… yields 30x30x16 (448 parameters)" says two things.
  if (other || input?.role === 'output') return null;
  const question = readWith(sentence, context.framework);
  const layers = layersIn(sentence);
  const pools = question.calls.filter(({ layer }) => layer.family.window !== 'unpool');
  const read = [stated, ...layers, ...question.calls.flatMap(spanOf), ...(input ? [input] : [])];
  if (!isCovered(sentence.replace(/\bon top\b/i, '      '), read, null)) return null;
  const ruling = (value: number): Ruling => ({
    right: (value === stated.value) !== isDenied(sentence),
    truth: { kind: 'parameters', value },
  });
  if (layers.every(({ pooling }) => pooling) && pools.length > 0) return ruling(0);
  if (layers.length === 0 && meansPooling(sentence, context)) return ruling(0);
  const from = input?.shape ?? arriving(sentence, context);
  const framework = question.framework ?? context.framework;
  const spoken = question.calls.filter(({ written }) => written === 'words');
  const model =
    spoken.length > 0 ? behindPooling(layers, spoken, from, framework) : modelOf(sentence, from, framework);
  return model?.parameters == null ? null : ruling(model.parameters);
}

/** "After GlobalAveragePooling2D it has …": what has them is not the layer that is named. */
const afterOther =
  /^(?:after|behind|following|on top of|with) [^,]+?,? (?:it|(?:the|this|that) (?:same )?(?:dense |linear |fully connected )?layer) (?:\w+ ){0,2}?(?:has|have|needs?|requires?)\b/i;

/** The layer with weights that was spoken of, behind the ones that are named now. */
function checkBehind(
  sentence: string,
  stated: NonNullable<ReturnType<typeof statedParameters>>,
  { weighted, input, framework, clear }: Context,
): Ruling | null {
  const layers = layersIn(sentence);
  const rest = sentence.replace(/\b(?:only|just|dense|linear)\b/gi, (word) => ' '.repeat(word.length));
  if (!clear || !weighted || !input || !isCovered(rest, [stated, ...layers], null)) return null;
  const model = modelOf([...layers.map(({ text }) => text), weighted].join(', '), input, framework);
  return model?.parameters == null
    ? null
    : {
        right: (model.parameters === stated.value) !== isDenied(sentence),
        truth: { kind: 'parameters', value: model.parameters },
      };
}

/** "It has 4 parameters", after a sentence on a pooling layer. */
function meansPooling(sentence: string, { layer, framework, clear }: Context): boolean {
  if (
    !clear ||
    !layer ||
    !/^(?:it|they|(?:this|the) (?:pooling )?layer|(?:(?:number of|total|trainable|learnable) )*(?:parameters?|params?|weights?))\b/i.test(
      sentence,
    )
  )
    return false;
  const { calls } = readWith(layer, framework);
  return calls.length > 0 && calls.every((call) => call.layer.family.window !== 'unpool');
}

/** "A Dense(10) after global average pooling of 7x7x512": pooling in words, then one layer in code on numbers alone. */
function behindPooling(
  [layer, other]: readonly WrittenLayer[],
  [call, another]: readonly LayerCall[],
  from: Shape | null,
  framework: FrameworkId | null,
): SentenceModel | null {
  if (!layer || other || !call || another || !from || call.layer.family.window !== 'global') return null;
  return modelOf(`${call.layer.name}(), ${layer.text}`, from, framework);
}

/** "The Dense(10) after it" takes what the layer before it gives. */
function arriving(sentence: string, { output, input, layer, clear }: Context): Shape | null {
  if (!clear) return null;
  const after =
    /\b(?:after|behind|following|on top of) (?:it|that|this|them)\b|\bon top(?! of)\b|\b(?:then|next|following)\b/i.test(
      sentence,
    );
  // Numbers without places are all that a Dense can take.
  const dense = output?.length === 1 && /^(?:and |an? |the )?(?:\w+\.)*(?:Dense|Linear)\(/i.test(sentence);
  return after || dense ? output : layer === null ? input : null;
}
