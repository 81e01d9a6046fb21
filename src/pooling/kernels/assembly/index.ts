import { pairs } from './pairs.ts';
import { planes } from './planes.ts';
import { rows } from './rows.ts';
import { slide } from './slide.ts';
import { spread } from './spread.ts';
import { dropNan, hasNan, hasNegativeZero, markNan, scale } from './strange.ts';
import { sweep } from './sweep.ts';
import { transpose } from './transpose.ts';
import { means, peakCells, peakRows, sumCells, sumRows } from './whole.ts';
import { widen } from './widen.ts';

export {
  dropNan,
  hasNan,
  hasNegativeZero,
  markNan,
  means,
  pairs,
  peakCells,
  peakRows,
  planes,
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
