import type { Draft, Place } from '../draft.ts';
import type { Network } from '../network.ts';
import { conv, relu, torchDraft, twoHiddenLayers } from './blocks.ts';

/** Overlapping: windows of 3 that step by 2. */
const pool = (draft: Draft, x: Place): Place => draft.add('MaxPool2d', [3, 2], {}, x);

/** As torchvision has it, after Krizhevsky's "One weird trick", 2014. */
const torchvision: Network = {
  name: 'AlexNet',
  aliases: [],
  framework: 'torch',
  input: [3, 224, 224],
  smallestAdmitted: 63,
  source: 'https://docs.pytorch.org/vision/stable/models/alexnet.html',
  build(input) {
    const draft = torchDraft(input);
    draft.enter('features');
    let x = pool(draft, relu(draft, conv(draft, draft.input, 64, 11, { stride: 4, padding: 2 })));
    x = pool(draft, relu(draft, conv(draft, x, 192, 5, { padding: 2 })));
    for (const filters of [384, 256, 256]) x = relu(draft, conv(draft, x, filters, 3, { padding: 1 }));
    x = pool(draft, x);
    draft.enter('head');
    x = draft.add('AdaptiveAvgPool2d', [[6, 6]], {}, x);
    twoHiddenLayers(draft, x, 9216, 'dropout-first');
    return draft.nodes;
  },
};

/** Krizhevsky, Sutskever and Hinton, 2012: two halves on two cards, which groups of 2 stand for. */
const paper: Network = {
  name: 'AlexNet (paper)',
  aliases: ['alexnet paper', 'alexnet 2012', 'original alexnet'],
  framework: 'torch',
  input: [3, 227, 227],
  smallestAdmitted: null,
  source: 'https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks',
  build(input) {
    const draft = torchDraft(input);
    const normed = (x: Place): Place =>
      pool(draft, draft.add('LocalResponseNorm', [5], { k: 2 }, relu(draft, x)));
    draft.enter('features');
    let x = normed(conv(draft, draft.input, 96, 11, { stride: 4 }));
    x = normed(conv(draft, x, 256, 5, { padding: 2, groups: 2 }));
    x = relu(draft, conv(draft, x, 384, 3, { padding: 1 }));
    for (const filters of [384, 256]) x = relu(draft, conv(draft, x, filters, 3, { padding: 1, groups: 2 }));
    x = pool(draft, x);
    draft.enter('head');
    twoHiddenLayers(draft, x, 9216, 'dropout-last');
    return draft.nodes;
  },
};

export const alexnets: readonly Network[] = [torchvision, paper];
