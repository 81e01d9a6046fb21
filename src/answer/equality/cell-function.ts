/** What an activation does to one cell. */
export interface CellFunction {
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

/** Below 0 a share of the value: 0.3 in Keras, 0.01 in PyTorch, or as given. */
export const leakyRelu = (share: number): CellFunction =>
  increasing(
    'LeakyReLU',
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

/** The activations with a rule here, by their names in Keras and PyTorch, lower case. */
export const cellFunctions: ReadonlyMap<string, CellFunction> = new Map([
  ['relu', relu],
  ['relu6', relu6],
  ['leakyrelu', leakyRelu(0.01)],
  ['leaky_relu', leakyRelu(0.01)],
  ['elu', elu],
  ['tanh', tanh],
  ['sigmoid', logistic],
  ['softplus', softplus],
  ['silu', silu],
  ['swish', silu],
]);
