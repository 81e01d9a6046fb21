import type { Span } from '../question.ts';
import type { CodeArgument, CodeArray, CodeModel, CodeShape, Flow, Program } from './program.ts';

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
      receiver: placeFlow(call.receiver, place),
      applied: call.applied.map((applied) => ({
        args: placeArguments(applied.args, place),
        span: place(applied.span),
      })),
    })),
    models: program.models.map((model): CodeModel => ({ ...model, input: placeInput(model.input, place) })),
    arrays: program.arrays.map((array) => placed(array, place)),
    shapes: program.shapes.map((shape) => placed(shape, place)),
    comments: program.comments.map(place),
    problems: program.problems.map((problem) => placed(problem, place)),
  };
}

function placeArguments(args: readonly CodeArgument[], place: Place): CodeArgument[] {
  return args.map((argument) => ({ ...placed(argument, place), flow: placeFlow(argument.flow, place) }));
}

function placeFlow(flow: Flow | null, place: Place): Flow | null {
  return flow?.from === 'array' ? { from: 'array', array: placed(flow.array, place) } : flow;
}

function placeInput(input: CodeArray | CodeShape | null, place: Place): CodeArray | CodeShape | null {
  return input && placed(input, place);
}
