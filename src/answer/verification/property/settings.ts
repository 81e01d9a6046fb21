import type { FrameworkId } from '../../../frameworks/index.ts';
import type { Normal } from './normal.ts';
import { strideIsOne } from './predicates/stride.ts';
import type { Holds, RuleId } from './rule.ts';

/** A general statement on an argument: "stride defaults to the pool size", "keepdims=True keeps the spatial axes". */
export interface SettingClaim {
  readonly holds: Holds;
  readonly rule: RuleId;
}

const omitted =
  '(?:when |if )?(?:stride )?(?:be )?(?:left out|omitted|none|unspecified|missing|given|set|specified|=none|not given)';
const windowName =
  '(?:pool_size|pool size|kernel_size|kernel size|window|window size|kernel|pooling window|pooling size|filter size|size of (?:window|pool|kernel))';

/** Reads a statement on a setting; null where it is none that is known. */
export function settingClaim(normal: Normal, framework: FrameworkId | null): SettingClaim | null {
  const { text, byDefault } = normal;
  for (const { says, claim } of claims) {
    const match = says.exec(text);
    if (match) return claim(match, framework, byDefault);
  }
  return null;
}

interface SettingPattern {
  readonly says: RegExp;
  readonly claim: (
    match: RegExpExecArray,
    framework: FrameworkId | null,
    byDefault: boolean,
  ) => SettingClaim | null;
}

const holds = (right: boolean): Holds => (right ? 'always' : 'never');
const flip = (one: Holds): Holds => (one === 'always' ? 'never' : 'always');

const claims: readonly SettingPattern[] = [
  {
    says: new RegExp(
      `^(?:default )?strides?(?: (?:of|in|for) (?:pooling(?: layer)?|maximum pooling|average pooling))? (?:default to|be|equal|equal to|take|default be|be equal to)(?: same as| equal to| by)? ?(?:default )?(?:${windowName}|1|one|(\\d+))$`,
    ),
    claim: (match, framework, byDefault) =>
      byDefault || /default/.test(match[0]) ? stride(match[0], framework) : null,
  },
  {
    says: new RegExp(
      `^(?:default (?:value (?:of|for) )?strides?|strides? default|strides? (?:be )?${omitted} ,? ?(?:it|stride|strides|they)) (?:be|equal|equal to|default to|become|take|be same as|be set to|fall back to|be equal to) ?(?:value of )?(?:${windowName}|1|one|(\\d+))$`,
    ),
    claim: (match, framework) => stride(match[0], framework),
  },
  {
    says: new RegExp(
      `^strides?(?: ?= ?|=)none mean (?:that )?strides? (?:be |equal |equal to |be equal to |default to |be same as )+(?:${windowName}|1|one)$`,
    ),
    claim: (match, framework) => stride(match[0], framework),
  },
  {
    says: new RegExp(
      `^if strides? (?:be )?(?:left out|omitted|none|unspecified|missing|given|set|specified|=none) ,? ?(?:it|stride|strides|they|layer)? ?(?:be|equal|equal to|default to|become|take|use|be same as|be set to|be equal to) ?(?:value of )?(?:${windowName}|1|one)$`,
    ),
    claim: (match, framework) => stride(match[0], framework),
  },
  {
    says: /^(?:default )?padding (?:default to|be|default be|equal) ?(?:default )?(same|valid|0|zero|no padding|none|1)$/,
    claim: ([whole, value = ''], _framework, byDefault) =>
      byDefault || /default/.test(whole)
        ? { holds: holds(value !== 'same' && value !== '1'), rule: 'default-padding' }
        : null,
  },
  {
    says: /^(?:default (?:value (?:of|for) )?)?keep_?dims?(?: default to| be| default be| equal| default value be)? ?=? ?(true|false)$/,
    claim: ([whole, value], _framework, byDefault) =>
      byDefault || /default/.test(whole)
        ? { holds: holds(value === 'false'), rule: 'keepdims-default' }
        : null,
  },
  {
    says: /^(?:with |setting |set )?keep_?dims? ?(?:=|be)? ?true ,? ?(?:keep|preserve|retain|leave|(?:output|result|layer) keep) (?:spatial (?:dimension|axis)|height and width|rank|number of (?:dimension|axis))(?: (?:as|with|of) (?:size |length )?(?:1|one|1x1))?$/,
    claim: () => ({ holds: 'always', rule: 'keepdims-keeps' }),
  },
  {
    says: /^(?:default )?(?:data_format|data format|channel order|layout)(?: default to| be| default be| equal)? ?=? ?(?:default )?(channels?[_ ]last|channels?[_ ]first)$|^(channels?[_ ]last|channels?[_ ]first) be (?:default|standard)(?: (?:data_format|data format|layout|format))?$/,
    claim: ([whole, one, other], framework, byDefault) => {
      const last = /last/.test(one ?? other ?? '');
      if (!byDefault && !/default|standard/.test(whole)) return null;
      if (framework === null) return null;
      return { holds: holds(last !== ['torch', 'onnx', 'caffe'].includes(framework)), rule: 'data-format' };
    },
  },
];

function stride(text: string, framework: FrameworkId | null): SettingClaim {
  const stated = / (?:1|one)$/.test(text);
  const one = strideIsOne(framework);
  const other = / (\d+)$/.exec(text)?.[1];
  if (other !== undefined && other !== '1') return { holds: 'never', rule: 'default-stride' };
  return { holds: stated ? one : flip(one), rule: 'default-stride' };
}
