import { pairs } from './pairs.ts';
import { rows } from './rows.ts';
import { slide } from './slide.ts';
import { spread } from './spread.ts';
import { dropNan, hasNan, markNan, scale } from './strange.ts';
import { sweep } from './sweep.ts';
import { transpose } from './transpose.ts';
import { means, peakCells, peakRows, sumCells, sumRows } from './whole.ts';
import { widen } from './widen.ts';

export {
  dropNan,
  hasNan,
  markNan,
  means,
  pairs,
  peakCells,
  peakRows,
  rows,
  scale,
  slide,
  spread,
  sumCells,
  sumRows,
  sweep,
  transpose,
  widen,
};
