import type { Result } from '../answer/index.ts';
import { formatCrossed } from './format.ts';

/** One sentence on what the layer does to a map. */
export function whyLine({ operation }: Result, masked = false): string | null {
  if (operation.kind !== 'pool')
    return 'Each value goes back to where its maximum stood; all other cells are zero.';
  const { window, reduce } = operation;
  const result = { max: 'its maximum', min: 'its minimum', average: 'its mean', lp: 'its norm' }[reduce.kind];
  switch (window.kind) {
    case 'local': {
      const step = window.stride.every((size) => size === window.stride[0])
        ? `${window.stride[0]}`
        : formatCrossed(window.stride);
      return `Each window of ${formatCrossed(window.kernel)} cells becomes ${result}; the next window starts ${step} ${step === '1' ? 'cell' : 'cells'} on.`;
    }
    case 'global':
      return masked
        ? `In each channel the steps that the mask leaves in become ${result.replace('its', 'their')}.`
        : `The whole map of a channel becomes ${result}.`;
    case 'adaptive':
      return `Each output cell has its own bin of the input, which becomes ${result}.`;
    case 'fractional':
      return `Windows of ${formatCrossed(window.kernel)} cells stand at random places; each becomes ${result}.`;
  }
}
