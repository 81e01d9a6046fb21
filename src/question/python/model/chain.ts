import type { CodeStep, Flow } from '../program.ts';
import type { DraftCall, Reading } from '../reading.ts';

const longestModel = 512;
const deepestModel = 16;

export const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

const inputNames = new Set(['Input', 'InputLayer', 'KerasTensor', 'placeholder', 'layer_input']);

/** Whether a call stands for a model's input instead of a layer. */
export function isInput(call: DraftCall | undefined): boolean {
  return call !== undefined && inputNames.has(lastName(call.name));
}

/** The layers that a call holds together: those of a Sequential, or of a module as PyTorch prints it. */
export function heldBy(reading: Reading, index: number): readonly CodeStep[] | null {
  const call = reading.calls[index];
  if (!call) return null;
  const added = additionsTo(reading, index);
  const holds = lastName(call.name) === 'Sequential' || reading.style === 'printed';
  const elements = [...(holds ? call.elements : []), ...added];
  return elements.length > 0 ? elements : null;
}

/** What `model.add(…)` adds to the Sequential that call number `index` makes. */
function additionsTo(reading: Reading, index: number): CodeStep[] {
  return reading.calls.flatMap((call) => {
    const own = call.receiver?.from === 'call' && call.receiver.call === index;
    return own && lastName(call.name) === 'add' ? call.elements : [];
  });
}

/** The steps with every Sequential and every class of the code replaced by the steps it is made of. */
export function expand(reading: Reading, steps: readonly CodeStep[], depth = 0): CodeStep[] {
  const result: CodeStep[] = [];
  for (const step of steps) {
    if (result.length >= longestModel) break;
    const call = reading.calls[step.call];
    if (!call || isInput(call)) continue;
    const draft = reading.drafts.find(({ name, notation }) => notation === 'class' && name === call.name);
    const held = draft?.steps ?? heldBy(reading, step.call);
    if (held && depth < deepestModel) result.push(...expand(reading, held, depth + 1));
    else result.push(step);
  }
  return result.slice(0, longestModel);
}

/** What goes into a step: the first tensor among the arguments, or what the method is called on. */
export function inputOf(reading: Reading, step: CodeStep): Flow | null {
  const call = reading.calls[step.call];
  if (!call) return null;
  if (step.applied !== null) return call.applied[step.applied]?.args[0]?.flow ?? null;
  return call.receiver ?? call.args.find(({ flow }) => flow !== null)?.flow ?? null;
}

/** How many steps from the first on take what the step before them gives, wrapped ones counted out. */
export function straightSteps(reading: Reading, steps: readonly CodeStep[]): number {
  const branch = steps.findIndex((step, at) => {
    const before = steps[at - 1];
    const flow = inputOf(reading, step);
    if (!before) return false;
    return !(flow?.from === 'call' && flow.call === before.call && flow.applied === before.applied);
  });
  return expand(reading, branch < 0 ? steps : steps.slice(0, branch)).length;
}
