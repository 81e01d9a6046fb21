import type { CodeModel, CodeShape, CodeStep } from '../../program.ts';
import { type Field, named } from './fields.ts';

/** Which layer takes what: a `bottom` is the blob that some layer before it names as its `top`. */
export class Wiring {
  private readonly makers = new Map<string, string>();
  private readonly entering = new Map<string, CodeShape | null>();
  private readonly steps: CodeStep[] = [];

  /** The next layer; one without any `bottom` takes what the one before it gives, a loss only its first. */
  add(field: Field, isLoss = false): void {
    const call = this.steps.length;
    const id = String(call);
    const bottoms = namesIn(field, 'bottom');
    const before = call === 0 ? 'data' : String(call - 1);
    const taken = bottoms.length === 0 ? [before] : bottoms.map((blob) => this.makers.get(blob) ?? blob);
    this.steps.push({ call, applied: null, id, inputs: isLoss ? taken.slice(0, 1) : taken });
    for (const blob of namesIn(field, 'top')) this.makers.set(blob, id);
  }

  /** A layer that only brings data in. */
  enter(field: Field, shape: CodeShape | null): void {
    for (const [at, blob] of namesIn(field, 'top').entries())
      this.entering.set(blob, at === 0 ? shape : null);
  }

  /** The layers, and of what comes in from outside only that which some layer takes. */
  graph(shape: CodeShape | null): Pick<CodeModel, 'steps' | 'inputs'> {
    const made = new Set(this.steps.map(({ id }) => id));
    const names = new Set(this.steps.flatMap(({ inputs }) => inputs.filter((id) => !made.has(id))));
    const inputs = [...names].map((name, at) => {
      const read = this.entering.get(name) ?? (at === 0 ? shape : null);
      return { id: name, name, read };
    });
    return { steps: this.steps, inputs };
  }
}

function namesIn(field: Field, name: string): readonly string[] {
  return named(field, name).flatMap(({ value }) => (value?.type === 'str' ? [value.value] : []));
}
