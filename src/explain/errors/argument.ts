import { paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

export function argument({ id, argument: name, received, advice }: Of<'argument'>): Words {
  return {
    title: argumentTitle(id, name),
    blocks: [
      paragraph(
        `${received ? `It got ${received}. ` : ''}${advice ?? 'Check the spelling and the number of entries: Keras says `pool_size`, `strides`, `padding`; PyTorch says `kernel_size`, `stride`, `padding`. Send me the call and I check it.'}`,
      ),
    ],
    advice: [],
  };
}

function argumentTitle(id: string, name: string | null): string {
  if (name === null) return 'One argument is not what the layer takes';
  if (id === 'missing-argument') return `The argument ${name} is missing`;
  return id === 'unrecognised-argument'
    ? `The layer has no argument ${name}`
    : `The argument ${name} is not what the layer takes`;
}
