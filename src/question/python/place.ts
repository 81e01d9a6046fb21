import type { Span } from '../question.ts';
import type { CodeArgument, CodeModel, Flow, Program } from './program.ts';

type Place = (span: Span) => Span;

const placed = <Item extends { readonly span: Span }>(item: Item, place: Place): Item => ({
  ...item,
  span: place(item.span),
});

/** The same program with every span of it taken elsewhere: from the code to the message it stands in. */
export function placeProgram(program: Program, place: Place): Program {
  return {
    source: program.source,
    calls: program.calls.map((call) => ({
      ...placed(call, place),
      args: placeArguments(call.args, place),
      settings: placeArguments(call.settings, place),
      receiver: placeFlow(call.receiver, place),
      applied: call.applied.map((applied) => ({
        args: placeArguments(applied.args, place),
        span: place(applied.span),
      })),
    })),
    models: program.models.map(
      (model): CodeModel => ({
        ...model,
        inputs: model.inputs.map((input) => ({ ...input, read: input.read && placed(input.read, place) })),
      }),
    ),
    arrays: program.arrays.map((array) => placed(array, place)),
    shapes: program.shapes.map((shape) => placed(shape, place)),
    comments: program.comments.map(place),
    problems: program.problems.map((problem) => placed(problem, place)),
  };
}

function placeArguments(args: readonly CodeArgument[], place: Place): CodeArgument[] {
  return args.map((argument) => ({ ...placed(argument, place), flow: placeFlow(argument.flow, place) }));
}

function placeFlow<Kind extends Flow | null>(flow: Kind, place: Place): Flow | Kind {
  if (flow?.from === 'array') return { from: 'array', array: placed(flow.array, place) };
  if (flow?.from !== 'several') return flow;
  return { from: 'several', flows: flow.flows.map((one) => placeFlow(one, place)) };
}
