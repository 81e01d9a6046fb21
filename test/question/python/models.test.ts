import { describe, expect, it } from 'vitest';
import { readCode } from '../../../src/question/python/index.ts';
import { stepNames } from './shown.ts';

const modelsIn = (source: string) => {
  const program = readCode(source);
  return program.models.map((model) => ({
    name: model.name,
    notation: model.notation,
    linear: model.steps.every(({ inputs }, at) => at === 0 || inputs.join() === model.steps[at - 1]?.id),
    input: model.inputs[0]?.read?.shape ?? null,
    steps: stepNames(program, model).join(' '),
  }));
};

describe('models in code', () => {
  it('are the list of a Sequential', () => {
    const source = `
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    Conv2D(32, 3, activation='relu'),
    MaxPooling2D(),
    GlobalAveragePooling2D(),
])`;
    expect(modelsIn(source)).toEqual([
      {
        name: 'model',
        notation: 'sequential',
        linear: true,
        input: [28, 28, 1],
        steps: 'Conv2D MaxPooling2D GlobalAveragePooling2D',
      },
    ]);
  });

  it('are what model.add adds, loops turn by turn', () => {
    const source = `
model = Sequential()
model.add(Conv2D(32, 3, input_shape=(64, 64, 3)))
for filters in (64, 128):
    model.add(MaxPooling2D(2))
    model.add(Conv2D(filters, 3))
model.add(Flatten())`;
    const steps = 'Conv2D MaxPooling2D Conv2D MaxPooling2D Conv2D Flatten';
    expect(modelsIn(source)).toMatchObject([{ name: 'model', notation: 'added', input: [64, 64, 3], steps }]);
    const filters = readCode(source)
      .calls.filter(({ name }) => name === 'Conv2D')
      .map(({ args }) => args[0]?.value);
    expect(filters).toEqual([32, 64, 128].map((value) => ({ type: 'int', value })));
  });

  it('are what is added to a model made elsewhere', () => {
    expect(modelsIn('model.add(Conv2D(8, 3))\nmodel.add(MaxPooling2D())')).toMatchObject([
      { name: 'model', notation: 'added', steps: 'Conv2D MaxPooling2D' },
    ]);
  });

  it('are layers applied one after the other', () => {
    const source = `
inputs = keras.Input(shape=(32, 32, 3))
x = layers.Conv2D(16, 3)(inputs)
x = layers.MaxPooling2D()(x)
outputs = layers.GlobalAveragePooling2D()(x)
model = keras.Model(inputs, outputs)`;
    expect(modelsIn(source)).toMatchObject([
      {
        notation: 'functional',
        linear: true,
        input: [32, 32, 3],
        steps: 'layers.Conv2D layers.MaxPooling2D layers.GlobalAveragePooling2D',
      },
    ]);
  });

  it('say where a step takes something other than the step before', () => {
    const source = `
a = Conv2D(8, 3, padding='same')(x)
b = MaxPooling2D(2)(a)
c = AveragePooling2D(2)(a)`;
    expect(modelsIn(source)).toMatchObject([
      { linear: false, steps: 'Conv2D MaxPooling2D AveragePooling2D' },
    ]);
  });

  it('are the forward of a class, in the order in which a tensor goes through', () => {
    const source = `
class Net(nn.Module):
    def __init__(self, k=2):
        super().__init__()
        self.pool = nn.MaxPool2d(k)
        self.conv1 = nn.Conv2d(3, 6, 5)
        self.head = nn.Sequential(nn.Dropout(0.5), nn.Linear(84, 10))
    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = x.view(-1, 6 * 14 * 14)
        return self.head(x)
net = Net()
net(torch.randn(1, 3, 32, 32))`;
    expect(modelsIn(source)).toEqual([
      {
        name: 'Net',
        notation: 'class',
        linear: true,
        input: [1, 3, 32, 32],
        steps: 'nn.Conv2d F.relu nn.MaxPool2d x.view nn.Dropout nn.Linear',
      },
    ]);
  });

  it('end before what is drawn or measured', () => {
    const source = 'y = F.relu(F.avg_pool2d(x, 2))\nplt.imshow(y)\nloss = criterion(y, target)';
    expect(modelsIn(source)).toMatchObject([{ steps: 'F.avg_pool2d F.relu' }]);
  });

  it('are what a function does that nothing calls', () => {
    expect(
      modelsIn('def head(x):\n    x = F.avg_pool2d(x, 2)\n    return torch.flatten(x, 1)'),
    ).toMatchObject([{ name: 'head', notation: 'functional', steps: 'F.avg_pool2d torch.flatten' }]);
  });

  it('are what a function adds each time that it is called', () => {
    const source = `
def block(x, filters):
    x = Conv2D(filters, 3)(x)
    return MaxPooling2D()(x)
x = Input((64, 64, 3))
x = block(x, 32)
x = block(x, 64)`;
    expect(modelsIn(source)).toMatchObject([
      { linear: true, input: [64, 64, 3], steps: 'Conv2D MaxPooling2D Conv2D MaxPooling2D' },
    ]);
  });

  it('are modules as PyTorch prints them', () => {
    const source = `
AlexNet(
  (features): Sequential(
    (0): Conv2d(3, 64, kernel_size=(11, 11), stride=(4, 4), padding=(2, 2))
    (1): ReLU(inplace=True)
    (2): MaxPool2d(kernel_size=3, stride=2, padding=0, dilation=1, ceil_mode=False)
  )
  (avgpool): AdaptiveAvgPool2d(output_size=(6, 6))
)`;
    expect(modelsIn(source)).toMatchObject([
      { name: 'AlexNet', steps: 'Conv2d ReLU MaxPool2d AdaptiveAvgPool2d' },
    ]);
    expect(readCode(source).problems).toEqual([]);
  });

  it('are none for one layer, nor for layers side by side', () => {
    expect(modelsIn('a = MaxPooling2D(2)(x)\nb = AveragePooling2D(2)(x)')).toEqual([]);
    expect(modelsIn('y = MaxPooling2D(2)(x)')).toEqual([]);
    expect(modelsIn('F.max_pool2d(x, 2)')).toEqual([]);
  });
});
