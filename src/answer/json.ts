import type { PythonValue } from '../frameworks/index.ts';
import { inOwnForm, type ParameterCount, type TracedLayer } from '../model/index.ts';
import type { Shape } from '../pooling/index.ts';
import type { Answer, Status } from './answer.ts';
import type { Fix } from './diagnosis/fix.ts';
import { type JsonEquality, jsonEquality } from './equality/json.ts';
import type { SizeRange } from './inputs-through.ts';
import { type JsonNumber, jsonNumbers } from './json-number.ts';
import type { Outcome, Result } from './outcome.ts';
import type { Row } from './repetition.ts';
import type { Solution } from './solution.ts';
import type { CheckedClaim } from './verification/claim.ts';

type JsonValue = null | boolean | number | string | readonly JsonValue[];

interface JsonResult {
  readonly framework: string | null;
  readonly layer: string;
  readonly args: Readonly<Record<string, JsonValue>>;
  readonly input: { readonly shape: Shape };
  readonly output?: { readonly shape: Shape; readonly values?: readonly JsonNumber[] };
  readonly parameters?: number | null;
  readonly error?: { readonly code: string; readonly message: string };
  readonly indices?: readonly number[];
  readonly gradient?: readonly JsonNumber[];
}

/** The words that go with the facts; they are made elsewhere. */
interface Words {
  readonly understood: string;
  readonly assumptions: readonly string[];
  readonly text: string;
  /** For each claim that was checked, what is true where it is wrong. */
  readonly corrections?: readonly (string | null)[];
}

interface JsonSolution {
  readonly layer: string;
  readonly args: JsonResult['args'];
  readonly times?: number;
  readonly sizes?: Row['sizes'];
}

interface JsonClaim {
  readonly text: string;
  readonly verdict: CheckedClaim['verdict'];
  readonly correct?: string;
}

/** One line of `ask --jsonl`. */
export interface JsonAnswer extends Omit<Words, 'corrections'> {
  readonly id?: string | number;
  readonly status: Status;
  readonly kind: string;
  readonly topics: readonly string[];
  readonly results: readonly JsonResult[];
  readonly solutions?: readonly JsonSolution[];
  /** For each spatial axis the input sizes that lead to the output; null where any does. */
  readonly inputs?: readonly (readonly number[] | null)[];
  readonly equality?: JsonEquality;
  readonly claims?: readonly JsonClaim[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** The machine-readable answer: values flat and row-major, non-finite numbers as strings, open dimensions null. */
export function answerToJson(answer: Answer, words: Words, id: string | number | undefined): JsonAnswer {
  const { status, question } = answer;
  const error = status === 'error' ? errorOf(answer, words) : null;
  return {
    ...(id === undefined ? {} : { id }),
    status,
    kind: answer.equality ? 'compare' : question.kind,
    topics: question.topics.slice(0, 6),
    understood: words.understood,
    assumptions: words.assumptions,
    results: jsonResults(answer),
    text: words.text,
    ...(answer.inputsFound ? { inputs: answer.inputsFound.axes } : {}),
    ...(answer.inputsThrough ? { inputs: answer.inputsThrough.axes.map(sizesIn) } : {}),
    ...(answer.repeated ? { solutions: answer.repeated.rows.map(jsonRow) } : {}),
    ...(answer.solved
      ? {
          solutions: [
            ...(answer.solved.adaptive ? [answer.solved.adaptive] : []),
            ...answer.solved.solutions,
          ].map(jsonSolution),
        }
      : {}),
    ...(answer.equality ? { equality: jsonEquality(answer.equality) } : {}),
    ...(answer.verified ? { claims: jsonClaims(answer.verified, words) } : {}),
    ...(error ? { error } : {}),
  };
}

/** What was computed: of a model its layers, of an error the ways out of it, otherwise each layer on its input. */
function jsonResults(answer: Answer): readonly JsonResult[] {
  if (answer.traced || answer.network) return tracedResults(answer);
  if (answer.diagnosis) return answer.diagnosis.fixes.flatMap(jsonFix);
  return resultsOf(answer).map(jsonResult);
}

function jsonFix({ layer, input, output }: Fix): readonly JsonResult[] {
  if (!layer) return [];
  const { framework, name, args } = layer;
  return [
    { framework, layer: name, args: jsonArguments(args), input: { shape: input }, output: { shape: output } },
  ];
}

function resultsOf({ outcomes, comparison }: Answer): readonly Result[] {
  const computed = outcomes.filter((outcome): outcome is Result => outcome.kind === 'result');
  if (!comparison) return computed;
  const { local, global, keepdims } = comparison;
  return keepdims ? [local, global, keepdims] : [local, global];
}

function jsonResult({
  application,
  configuration,
  input,
  output,
  values,
  indices,
  gradient,
}: Result): JsonResult {
  const { layer } = application.call;
  return {
    framework: layer.framework,
    layer: layer.name,
    args: jsonArguments(configuration.args),
    input: { shape: input.read.shape },
    output: { shape: output.own, ...(values ? { values: jsonNumbers(values) } : {}) },
    ...(indices ? { indices } : {}),
    ...(gradient ? { gradient: jsonNumbers(gradient) } : {}),
  };
}

/** Every layer in order; the one that fails ends the list with its error. Of a published network, those that pool. */
function tracedResults({ traced, network }: Answer): readonly JsonResult[] {
  if (network) return network.pooling.map(({ layer }) => jsonLayer(layer, (shape) => shape.slice(1)));
  return (
    traced?.trace.layers.map((layer) => jsonLayer(layer, (shape) => inOwnForm(traced.trace, shape))) ?? []
  );
}

function jsonLayer(
  { name, framework, args, inputs, output, parameters, problem }: TracedLayer,
  own: (shape: Shape) => Shape,
): JsonResult {
  return {
    framework,
    layer: name,
    args: jsonArguments(args),
    input: { shape: own(inputs[0] ?? []) },
    ...(output ? { output: { shape: own(output) } } : {}),
    ...(parameters ? { parameters: weights(parameters) } : {}),
    ...(problem ? { error: { code: problem.code, message: problem.message ?? problem.advice } } : {}),
  };
}

/** A layer that stands several times in a row says how often. */
function jsonRow({ configuration, times, sizes }: Row): JsonSolution {
  return { ...jsonSolution({ configuration }), times, sizes };
}

function jsonSolution({ configuration: { layer, args } }: Pick<Solution, 'configuration'>): JsonSolution {
  return { layer: layer.name, args: jsonArguments(args) };
}

function jsonClaims(claims: readonly CheckedClaim[], { corrections = [] }: Words): readonly JsonClaim[] {
  return claims.map(({ text, verdict }, at) => {
    const correct = corrections[at];
    return { text, verdict, ...(correct ? { correct } : {}) };
  });
}

/** Every size of a range; a model of many strides has as many as their product. */
function sizesIn(range: SizeRange | null): readonly number[] {
  return range === null
    ? []
    : Array.from({ length: range.most - range.least + 1 }, (_, at) => range.least + at);
}

function weights({ trainable, nonTrainable }: ParameterCount): number | null {
  return trainable === null || nonTrainable === null ? null : trainable + nonTrainable;
}

function jsonArguments(args: Readonly<Record<string, PythonValue>>): JsonResult['args'] {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, jsonValue(value)]));
}

function errorOf({ question, outcomes }: Answer, { text }: Words): { code: string; message: string } {
  const refused = outcomes.find((outcome: Outcome) => outcome.kind === 'refused');
  if (refused) return { code: refused.refusal.code, message: text };
  return { code: question.kind === 'unknown' ? question.unread.reason : 'error', message: text };
}

function jsonValue(value: PythonValue): JsonValue {
  switch (value.type) {
    case 'none':
      return null;
    case 'tuple':
    case 'list':
      return value.items.map(jsonValue);
    case 'expression':
      return value.source;
    default:
      return typeof value.value === 'number' ? (jsonNumbers([value.value])[0] ?? null) : value.value;
  }
}
