import type { Layout } from '../../pooling/index.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { badAdaptiveDataFormat, badDataFormat } from './messages.ts';

/** `None` stands for keras.config.image_data_format(), channels_last unless somebody changed keras.json. */
const fallback: Layout = 'channels_last';

/** Keras lower-cases the name; only the adaptive layers take it as it stands (keras/src/backend/config.py). */
export function readLayout(value: PythonValue, kind: 'standardized' | 'adaptive'): Result<Layout> {
  if (value.type === 'none' || (kind === 'adaptive' && value.type === 'str' && value.value === '')) {
    return success(fallback);
  }
  const name = kind === 'adaptive' ? print(value) : print(value).toLowerCase();
  if (name === 'channels_last' || name === 'channels_first') return success(name);
  const error = kind === 'adaptive' ? badAdaptiveDataFormat(value) : badDataFormat(value);
  return refuse('bad-choice', 'constructor', error, dataFormatAdvice(print(value)));
}

function dataFormatAdvice(written: string): string {
  const meant = /^n(d?h?w)c$/i.test(written) ? 'channels_last' : 'channels_first';
  const known = /^nc?d?h?wc?$/i.test(written) ? ` For ${written} write data_format="${meant}".` : '';
  return `Keras knows two layouts, "channels_last" (batch, height, width, channels) and "channels_first".${known}`;
}
