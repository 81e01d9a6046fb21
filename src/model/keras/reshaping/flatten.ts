import { effect, lost, weightless } from '../../define.ts';
import type { ModelLayer } from '../../layer.ts';
import { product } from '../../shape/dimensions.ts';
import { kerasLayer } from '../callee.ts';
import { dataFormat } from '../kinds.ts';
import { checkRank } from '../rank.ts';

/** Everything behind the batch axis in one row (keras/src/layers/reshaping/flatten.py). */
const flatten = kerasLayer('reshaping_layers/flatten', {
  name: 'Flatten',
  arguments: { data_format: dataFormat },
  infer(_args, [input]) {
    const wrongRank = checkRank('Flatten', input, 1, 'min_ndim', 'a batch axis and more');
    if (wrongRank !== null) return wrongRank;
    return effect([input[0] ?? null, product(input.slice(1))], weightless, lost);
  },
});

export const flattenLayers: readonly ModelLayer[] = [flatten];
