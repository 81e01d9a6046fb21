import type { Assumption, LayerCall } from '../question.ts';

/** The window, the target size and the norm that stand for one that was not said. */
const usual = 2;

/** A layer named without what it requires, with usual values for it, and what was assumed; calls are left alone. */
export function withUsual(call: LayerCall): {
  readonly call: LayerCall;
  readonly assumptions: readonly Assumption[];
} {
  if (call.written === 'call') return { call, assumptions: [] };
  const names = new Set(call.given.map(({ name }) => name));
  const open = call.layer.parameters.filter(
    ({ name, fallback, tensor }) => fallback === undefined && tensor !== true && !names.has(name),
  );
  return {
    call: {
      ...call,
      given: [
        ...call.given,
        ...open.map(({ name }) => ({ name, value: { type: 'int', value: usual } as const })),
      ],
    },
    assumptions: open.map(({ name }) => ({ kind: 'argument', name, value: String(usual) })),
  };
}
