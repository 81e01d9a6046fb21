import { keyOf } from '../evaluate/apply.ts';
import { isTuple } from '../evaluate/several.ts';
import { isInput } from '../evaluate/tensor.ts';
import type { CodeInput, CodeStep, Flow } from '../program.ts';
import type { DraftStep, Reading } from '../reading.ts';
import { resolve, shapeIn } from './shape.ts';

const longestModel = 1024;

/** Layers with what each of them takes, and what goes in. */
export interface Graph {
  readonly steps: readonly CodeStep[];
  readonly inputs: readonly CodeInput[];
}

/**
 * Steps of the code as a graph: each by its own id, behind those that it takes. What comes from nowhere in these steps is
 * an input. `order` names the inputs that come first.
 */
export function graphOf(reading: Reading, steps: readonly DraftStep[], order: readonly string[] = []): Graph {
  const builder = new Builder(reading);
  for (const step of steps.slice(0, longestModel)) builder.add(step);
  const places = order.map((name) => builder.inputs.findIndex(({ id }) => id === name));
  const leading = places.flatMap((at) => builder.inputs[at] ?? []);
  return { steps: builder.steps, inputs: [...new Set([...leading, ...builder.inputs])] };
}

class Builder {
  private readonly reading: Reading;
  private readonly made = new Set<string>();
  readonly steps: CodeStep[] = [];
  readonly inputs: CodeInput[] = [];

  constructor(reading: Reading) {
    this.reading = reading;
  }

  add(step: DraftStep): void {
    const id = keyOf(step);
    if (this.made.has(id)) return;
    const inputs = step.inputs.flatMap((flow) => this.idOf(flow) ?? []);
    this.made.add(id);
    const assumed = step.assumed ? { assumed: true as const } : {};
    this.steps.push({ call: step.call, applied: step.applied, id, inputs, ...assumed });
  }

  /** The step or the input that a flow comes from; null where nothing can be said of it. */
  private idOf(flow: Flow): string | null {
    switch (flow.from) {
      case 'call': {
        const id = keyOf(flow);
        const call = this.reading.calls[flow.call];
        const whole = flow.item === null && call !== undefined && isTuple(call);
        if (this.made.has(id)) return whole ? `${id}[]` : itemId(id, flow.item ?? 0);
        const name = call?.target ?? call?.name ?? id;
        return this.input(isInput(call) ? id : name, name, flow);
      }
      case 'name':
        return this.input(flow.name, flow.name, flow);
      case 'array':
        return this.input(`array ${flow.array.span.start}`, flow.array.name ?? 'input', flow);
      case 'unread':
        return unreadId(flow.written);
      case 'several':
        return null;
    }
  }

  private input(id: string, name: string, flow: Flow): string {
    if (!this.inputs.some((known) => known.id === id))
      this.inputs.push({ id, name, read: this.readOf(flow) });
    return id;
  }

  private readOf(flow: Flow): CodeInput['read'] {
    return flow.from === 'call' ? shapeIn(this.reading, flow.call) : resolve(this.reading, flow);
  }
}

/** One of several results; the first has the id of the step itself. */
const itemId = (id: string, item: number): string => (item === 0 ? id : `${id}[${item}]`);
const unreadId = (written: string): string => `(${written})`;
