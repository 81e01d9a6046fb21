import type { Layout, SpatialRank } from '../../pooling/index.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { asRank } from '../values/rank.ts';

const formats: Readonly<Record<string, Layout>> = {
  NWC: 'channels_last',
  NHWC: 'channels_last',
  NDHWC: 'channels_last',
  NCW: 'channels_first',
  NCHW: 'channels_first',
  NCDHW: 'channels_first',
};

/** None stands for the channels-last form. */
export function readDataFormat(value: PythonValue): Result<Layout> {
  if (value.type === 'none') return success('channels_last');
  const layout = value.type === 'str' ? formats[value.value] : undefined;
  if (layout !== undefined) return success(layout);
  const advice = `data_format is one of ${Object.keys(formats).join(', ')}, not ${print(value)}.`;
  return refuse('bad-choice', 'call', null, advice);
}

export const formatRank = (value: PythonValue | undefined): SpatialRank | null =>
  value?.type === 'str' && value.value in formats ? asRank(value.value.length - 2) : null;
