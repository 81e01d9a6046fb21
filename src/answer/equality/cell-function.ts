/** An activation by its name, and by the share of numbers below 0 that it keeps where its name leaves that open. */
export interface NamedFunction {
  readonly name: string;
  readonly share: number | null;
}

/** What an activation does to one cell. */
interface CellFunction {
  readonly name: string;
  readonly at: (value: number) => number;
  readonly slope: (value: number) => number;
  /** Never turns an order of two numbers round, so it can change places with a maximum. */
  readonly increasing: boolean;
  readonly keepsZero: boolean;
  /** A second time changes nothing. */
  readonly idempotent: boolean;
  /** Changes nothing from 0 on. */
  readonly keepsPositive: boolean;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

const increasing = (
  name: string,
  at: (value: number) => number,
  slope: (value: number) => number,
  more: Partial<CellFunction> = {},
): CellFunction => ({
  name,
  at,
  slope,
  increasing: true,
  keepsZero: true,
  idempotent: false,
  keepsPositive: false,
  ...more,
});

const relu = increasing(
  'ReLU',
  (value) => Math.max(value, 0),
  (value) => (value > 0 ? 1 : 0),
  { idempotent: true, keepsPositive: true },
);

const relu6 = increasing(
  'ReLU6',
  (value) => Math.min(Math.max(value, 0), 6),
  (value) => (value > 0 && value < 6 ? 1 : 0),
  { idempotent: true },
);

const leaky = 'LeakyReLU';

const leakyReluOf = (share: number): CellFunction =>
  increasing(
    leaky,
    (value) => (value < 0 ? share * value : value),
    (value) => (value > 0 ? 1 : share),
    { keepsPositive: true, increasing: share >= 0 },
  );

const elu = increasing(
  'ELU',
  (value) => (value < 0 ? Math.expm1(value) : value),
  (value) => (value > 0 ? 1 : Math.exp(value)),
  { keepsPositive: true },
);

const tanh = increasing('tanh', Math.tanh, (value) => 1 - Math.tanh(value) ** 2);

const logistic = increasing('sigmoid', sigmoid, (value) => sigmoid(value) * (1 - sigmoid(value)), {
  keepsZero: false,
});

const softplus = increasing('softplus', (value) => Math.log1p(Math.exp(value)), sigmoid, {
  keepsZero: false,
});

const silu: CellFunction = {
  ...increasing(
    'SiLU',
    (value) => value * sigmoid(value),
    (value) => sigmoid(value) * (1 + value * (1 - sigmoid(value))),
  ),
  increasing: false,
};

const functions = [relu, relu6, elu, tanh, logistic, softplus, silu];

/** Keeps a share of what is below 0: 0.3 of it in Keras, 0.01 in PyTorch, or as given. */
export const leakyRelu = (share: number): NamedFunction => ({ name: leaky, share });

/** The activation with a rule here of a name in Keras or PyTorch, lower case; undefined where there is none. */
export function findFunction(name: string): NamedFunction | undefined {
  const plain = name.replace('_', '');
  if (plain === leaky.toLowerCase()) return leakyRelu(0.01);
  const found = functions.find((one) => one.name.toLowerCase() === (plain === 'swish' ? 'silu' : plain));
  return found && { name: found.name, share: null };
}

/** What an activation does. Throws RangeError for a name that `findFunction` does not give. */
export function cellFunction({ name, share }: NamedFunction): CellFunction {
  const found = share === null ? functions.find((one) => one.name === name) : leakyReluOf(share);
  if (!found) throw new RangeError(`no rule for ${name}`);
  return found;
}
