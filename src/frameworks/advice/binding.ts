import type { BindingFault } from '../binding/bind.ts';
import type { Layer, Parameter, RefusalCode } from '../framework.ts';
import { int } from '../literal.ts';
import { repr } from '../repr.ts';
import { meantParameter } from './spellings.ts';

export function bindingCode(fault: BindingFault): RefusalCode {
  switch (fault.kind) {
    case 'positional-after-keyword':
      return 'misplaced-argument';
    case 'repeated-keyword':
    case 'multiple':
      return 'duplicate-argument';
    case 'unexpected':
      return 'unexpected-argument';
    case 'too-many':
      return 'too-many-arguments';
    case 'missing':
      return 'missing-argument';
  }
}

/** What to write instead of a call whose arguments don't bind. */
export function bindingAdvice(layer: Layer, parameters: readonly Parameter[], fault: BindingFault): string {
  switch (fault.kind) {
    case 'positional-after-keyword':
      return 'An argument without a name stands after one with a name. Name it, or move it to the front.';
    case 'repeated-keyword':
      return `${fault.name} is given twice. Keep one.`;
    case 'multiple':
      return `${fault.name} is given twice: once by its place and once by its name. Keep one.`;
    case 'unexpected':
      return unexpectedAdvice(layer, fault.name);
    case 'too-many':
      return `${layer.name} takes ${listed(parameters)} by place; ${fault.given} values were given.`;
    case 'missing':
      return missingAdvice(layer, parameters, fault.names);
  }
}

export function unexpectedAdvice(layer: Layer, name: string): string {
  const meant = meantParameter(layer, name);
  if (meant !== null)
    return `${layer.name} calls it ${meant.name}: write ${meant.name}= instead of ${name}=.`;
  const takes = layer.parameters.filter(({ tensor, inert }) => tensor !== true && inert !== true);
  const list = takes.length === 0 ? 'no arguments' : takes.map((parameter) => parameter.name).join(', ');
  return `${layer.name} has no ${name}; it takes ${list}.`;
}

export const unknownValueAdvice = (name: string, source: string): string =>
  `${name}=${source} is not a number I can read. Write its value, for example ${name}=2.`;

function listed(parameters: readonly Parameter[]): string {
  const names = parameters.filter(({ keywordOnly }) => keywordOnly !== true).map(({ name }) => name);
  return names.length === 0 ? 'nothing' : names.join(', ');
}

function missingAdvice(layer: Layer, parameters: readonly Parameter[], names: readonly string[]): string {
  const examples = parameters
    .filter(({ name }) => names.includes(name))
    .map(({ name, example = int(2) }) => `${name}=${repr(example)}`);
  return `${layer.name} needs ${names.join(' and ')}: add ${examples.join(', ')}, for example.`;
}
