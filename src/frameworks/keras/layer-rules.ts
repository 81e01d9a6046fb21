import { pythonError } from '../binding/python-errors.ts';
import type { Rules } from '../definition.ts';
import { refuse } from '../refusal.ts';
import { refuseDtype } from './dtypes.ts';
import { unrecognized } from './messages.ts';
import { layerKeywords } from './parameters.ts';

type Shared = Pick<Rules, 'bindingError' | 'keywords' | 'admit' | 'returnsIndices'>;

/** What all Keras layer classes share: Python's binding errors, `**kwargs`, masks in one layer only, no indices. */
export const classRules: Shared = {
  bindingError: (layer, fault, stage) =>
    pythonError(fault, stage === 'constructor' ? `${layer.name}.__init__` : `${layer.name}.call`, 1),
  keywords: { known: layerKeywords, error: (layer, given) => unrecognized(layer.name, given) },
  admit({ layer }, _inferred, { mask }, { dtype }) {
    if (mask !== undefined && layer.callParameters.every(({ name }) => name !== 'mask')) {
      const message = `${layer.name}.call() got an unexpected keyword argument 'mask'`;
      return refuse(
        'bad-mask',
        'call',
        { message, exception: 'TypeError' },
        'Only GlobalAveragePooling1D uses a mask; every other pooling layer of Keras counts each cell.',
      );
    }
    return refuseDtype(layer, dtype ?? 'float32');
  },
  returnsIndices: () => false,
};

/** The functions in keras.ops bind strictly and know no mask. */
export const functionRules: Shared = {
  bindingError: (layer, fault) => pythonError(fault, layer.name, 0),
  keywords: 'strict',
  admit: classRules.admit,
  returnsIndices: () => false,
};
