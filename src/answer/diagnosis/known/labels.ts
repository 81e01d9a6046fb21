import type { Shape } from '../../../pooling/index.ts';
import { byHand, byLayer, type Fix, firstFixes } from '../fix.ts';
import { example, type Known } from './known.ts';

/** Ways to one row of scores per label. */
export function labelFixes({ id, number, shape, word }: Known): readonly Fix[] {
  const [logits, labels] = [shape('logits'), shape('labels')];
  if (id === 'target-rank') return labels ? targetFixes(number('expected') ?? 2, labels) : [];
  if (id === 'batch-sizes') {
    const [rows, images] = [number('rows'), number('images')];
    return rows !== null && images !== null && rows > images
      ? byHand('flatten-first', 'torch.flatten(x, 1)', [rows], [images], 'axis')
      : [];
  }
  if (id === 'target-size') return targetSize(shape('scores'), labels);
  if (id === 'loaded-weights') return newHead(word('layer'), shape('stored'), shape('built'));
  if (!logits || !labels) return [];
  const [classes = null] = labels.slice(-1);
  if (logits.length === 4 && labels.length === 2) return pooledMap(logits);
  if (logits.length === 2 && labels.length === 2 && logits[0] === labels[0])
    return classes === 1
      ? byHand('sparse-labels', 'loss="sparse_categorical_crossentropy"', labels, labels)
      : byHand('match-classes', `Dense(${classes})`, logits, labels);
  return pooledRows(logits, labels);
}

const pooledMap = (map: Shape): readonly Fix[] =>
  firstFixes(byLayer('pool-labels', 'GlobalAveragePooling2D()', map, 'keras'), flattened(map));

/** A row of scores for every cell of a map: as many per image as the map has cells. */
function pooledRows(logits: Shape, labels: Shape): readonly Fix[] {
  const [rows, images] = [logits[0] ?? 0, labels[0] ?? 0];
  const side = Math.sqrt(rows / images);
  return images > 0 && side > 1 && Number.isInteger(side)
    ? pooledMap([images, side, side, logits.at(-1) ?? null])
    : [];
}

function flattened(map: Shape): readonly Fix[] {
  const [batch = null, ...cells] = map;
  const numbers = cells.reduce<number | null>(
    (product, size) => (product === null || size === null ? null : product * size),
    1,
  );
  return byHand('flatten-labels', 'Flatten()', map, [batch, numbers]);
}

/** The last layer still gives a map, or the labels lack the channel that it has. */
function targetFixes(expected: number, labels: Shape): readonly Fix[] {
  if (labels.length === expected - 1) return byHand('add-channel', 'y[..., None]', labels, [...labels, 1]);
  const classes = labels.at(-1) ?? null;
  return expected === 4 && labels.length === 2
    ? firstFixes(
        byLayer('pool-labels', 'GlobalAveragePooling2D()', [null, 7, 7, classes], 'keras', {
          extent: 'example',
        }),
        example('flatten-labels', 'Flatten()', [null, 7, 7, 64], [null, 3136]),
      )
    : [];
}

/** One score per image on an axis of its own, which the labels lack. */
function targetSize(scores: Shape | null, labels: Shape | null): readonly Fix[] {
  return scores && labels && scores.length === labels.length + 1 && scores.at(-1) === 1
    ? firstFixes(
        byHand('squeeze-scores', `scores.squeeze(${labels.length})`, scores, labels),
        byHand('spread-labels', `labels.unsqueeze(${labels.length})`, labels, scores),
      )
    : [];
}

/** Saved weights of another number of classes. */
function newHead(layer: string | null, stored: Shape | null, built: Shape | null): readonly Fix[] {
  const [units = null, features = null] = built ?? [];
  const name = layer?.replace(/\.weight$/, '');
  return name && stored?.length === 2 && built?.length === 2 && stored[1] === features
    ? byHand('new-head', `model.${name} = nn.Linear(${features}, ${units})`, [null, features], [null, units])
    : [];
}
