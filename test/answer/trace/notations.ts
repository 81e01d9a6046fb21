/** One layer that every notation has: a convolution or a pooling window with its stride, or ReLU. */
export interface Layer {
  readonly kind: 'conv' | 'max' | 'average' | 'relu';
  readonly kernel: number;
  readonly stride: number;
  readonly filters: number;
}

export interface Chain {
  readonly layers: readonly Layer[];
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

type Shape = readonly (number | null)[];

/** What comes out of each layer as (height, width, channels), by floor((n - k) / s) + 1; the chain fits its image. */
export function sizesOf({ layers, height, width, channels }: Chain): readonly (readonly number[])[] {
  const sizes: (readonly number[])[] = [];
  let [h, w, c] = [height, width, channels];
  for (const { kind, kernel, stride, filters } of layers) {
    if (kind !== 'relu') {
      h = Math.floor((h - kernel) / stride) + 1;
      w = Math.floor((w - kernel) / stride) + 1;
    }
    if (kind === 'conv') c = filters;
    sizes.push([h, w, c]);
  }
  return sizes;
}

export interface Notation {
  readonly print: (chain: Chain) => string;
  /** One size as this notation orders its axes. */
  readonly order: (size: readonly number[]) => Shape;
}

const last = ([h = 0, w = 0, c = 0]: readonly number[]): Shape => [null, h, w, c];
const first = ([h = 0, w = 0, c = 0]: readonly number[]): Shape => [1, c, h, w];

const keras = ({ kind, kernel, stride, filters }: Layer): string => {
  switch (kind) {
    case 'conv':
      return `layers.Conv2D(${filters}, ${kernel}, strides=${stride})`;
    case 'max':
      return `layers.MaxPooling2D((${kernel}, ${kernel}), strides=${stride})`;
    case 'average':
      return `layers.AveragePooling2D(${kernel}, ${stride})`;
    case 'relu':
      return 'layers.ReLU()';
  }
};

const entering = ({ layers, channels }: Chain, at: number): number =>
  layers.slice(0, at).findLast(({ kind }) => kind === 'conv')?.filters ?? channels;

function torchLayer({ kind, kernel, stride, filters }: Layer, channels: number): string {
  switch (kind) {
    case 'conv':
      return `nn.Conv2d(${channels}, ${filters}, ${kernel}, stride=${stride})`;
    case 'max':
      return `nn.MaxPool2d(${kernel}, ${stride})`;
    case 'average':
      return `nn.AvgPool2d(kernel_size=${kernel}, stride=${stride})`;
    case 'relu':
      return 'nn.ReLU()';
  }
}

const torch = (chain: Chain): readonly string[] =>
  chain.layers.map((layer, at) => torchLayer(layer, entering(chain, at)));

const image = ({ height, width, channels }: Chain): string => `(${height}, ${width}, ${channels})`;
const batch = ({ height, width, channels }: Chain): string => `(1, ${channels}, ${height}, ${width})`;
const lines = (parts: readonly string[]): string => parts.join('\n');

/** The notations in which people paste a chain of layers. */
export const notations: Readonly<Record<string, Notation>> = {
  'a Sequential list': {
    order: last,
    print: (chain) =>
      `model = keras.Sequential([\n  keras.Input(${image(chain)}),\n  ${chain.layers.map(keras).join(',\n  ')}\n])`,
  },
  'model.add': {
    order: last,
    print: (chain) =>
      lines([
        'model = Sequential()',
        `model.add(layers.Input(shape=${image(chain)}))`,
        ...chain.layers.map((layer) => `model.add(${keras(layer)})`),
      ]),
  },
  'functional calls': {
    order: last,
    print: (chain) =>
      lines([
        `inputs = keras.Input(shape=${image(chain)})`,
        'x = inputs',
        ...chain.layers.map((layer) => `x = ${keras(layer)}(x)`),
        'model = keras.Model(inputs, x)',
      ]),
  },
  'functional calls on one line': {
    order: last,
    print: (chain) =>
      [
        `a0 = Input(${image(chain)})`,
        ...chain.layers.map((layer, at) => `a${at + 1} = ${keras(layer)}(a${at})`),
      ].join('; '),
  },
  'a subclassed model': {
    order: last,
    print: (chain) =>
      lines([
        'class Net(keras.Model):',
        '    def __init__(self):',
        '        super().__init__()',
        ...chain.layers.map((layer, at) => `        self.l${at} = ${keras(layer)}`),
        '',
        '    def call(self, inputs):',
        '        x = inputs',
        ...chain.layers.map((_, at) => `        x = self.l${at}(x)`),
        '        return x',
        '',
        'net = Net()',
        `net.build((None, ${image(chain).slice(1)})`,
      ]),
  },
  'nn.Sequential': {
    order: first,
    print: (chain) => `net = nn.Sequential(${torch(chain).join(', ')})\nnet(torch.randn${batch(chain)})`,
  },
  'an nn.Module': {
    order: first,
    print: (chain) =>
      lines([
        'class Net(nn.Module):',
        '    def __init__(self):',
        '        super().__init__()',
        ...torch(chain).map((layer, at) => `        self.l${at} = ${layer}`),
        '',
        '    def forward(self, x):',
        ...chain.layers.map((_, at) => `        x = self.l${at}(x)`),
        '        return x',
        '',
        `y = Net()(torch.zeros${batch(chain)})`,
      ]),
  },
  'print(model)': {
    order: first,
    print: (chain) =>
      lines([
        `the input is ${batch(chain)}`,
        'Net(',
        '  (features): Sequential(',
        ...chain.layers.map((layer, at) => `    (${at}): ${printedModule(layer, entering(chain, at))}`),
        '  )',
        ')',
      ]),
  },
  'model.summary()': { order: last, print: summary },
  prototxt: { order: first, print: prototxt },
};

function printedModule({ kind, kernel, stride, filters }: Layer, channels: number): string {
  const [k, s] = [`(${kernel}, ${kernel})`, `(${stride}, ${stride})`];
  switch (kind) {
    case 'conv':
      return `Conv2d(${channels}, ${filters}, kernel_size=${k}, stride=${s})`;
    case 'max':
      return `MaxPool2d(kernel_size=${kernel}, stride=${stride}, padding=0, dilation=1, ceil_mode=False)`;
    case 'average':
      return `AvgPool2d(kernel_size=${kernel}, stride=${stride}, padding=0)`;
    case 'relu':
      return 'ReLU(inplace=True)';
  }
}

const names = { conv: 'conv2d', max: 'max_pooling2d', average: 'average_pooling2d', relu: 're_lu' } as const;
const classes = { conv: 'Conv2D', max: 'MaxPooling2D', average: 'AveragePooling2D', relu: 'ReLU' } as const;

function summary(chain: Chain): string {
  const sizes = sizesOf(chain);
  const rule = '_'.repeat(65);
  return lines([
    'Model: "sequential"',
    rule,
    ' Layer (type)                Output Shape              Param #   ',
    '='.repeat(65),
    ...chain.layers.flatMap(({ kind }, at) => {
      // Keras breaks a name that is wider than its column.
      const name = ` ${names[kind]}_${at} (${classes[kind]})`;
      const shape = `(None, ${(sizes[at] ?? []).join(', ')})`;
      return [`${name.slice(0, 28).padEnd(29)}${shape.padEnd(26)}0`, ` ${name.slice(28)}`.padEnd(65)];
    }),
    '='.repeat(65),
    'Total params: 0',
  ]);
}

/** Caffe's convolution rounds down and its pooling up, so a pooling that leaves a rest is no chain for it. */
function prototxt(chain: Chain): string {
  const blob = (at: number): string => (at < 0 ? 'data' : `l${at}`);
  const parameters = ({ kind, kernel, stride, filters }: Layer): string => {
    if (kind === 'relu') return 'type: "ReLU"';
    const window = `kernel_size: ${kernel} stride: ${stride}`;
    return kind === 'conv'
      ? `type: "Convolution" convolution_param { num_output: ${filters} ${window} }`
      : `type: "Pooling" pooling_param { pool: ${kind === 'max' ? 'MAX' : 'AVE'} ${window} }`;
  };
  const sizes = [1, chain.channels, chain.height, chain.width].map((size) => `dim: ${size}`).join(' ');
  return lines([
    `layer { name: "data" type: "Input" top: "data" input_param { shape: { ${sizes} } } }`,
    ...chain.layers.map(
      (layer, at) => `layer { name: "l${at}" bottom: "${blob(at - 1)}" top: "l${at}" ${parameters(layer)} }`,
    ),
  ]);
}

/** Whether Caffe, which rounds pooling up, gives the same sizes. */
export function fitsCaffe(chain: Chain): boolean {
  const sizes = [[chain.height, chain.width], ...sizesOf(chain)];
  return chain.layers.every(({ kind, kernel, stride }, at) => {
    if (kind !== 'max' && kind !== 'average') return true;
    const [h = 0, w = 0] = sizes[at] ?? [];
    return (h - kernel) % stride === 0 && (w - kernel) % stride === 0;
  });
}
