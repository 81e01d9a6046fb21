/** Just enough of the protocol buffers of onnx.proto to write a model of one layer. */

type Attributes = Readonly<Record<string, number | readonly number[]>>;

export interface OnnxNode {
  readonly type: string;
  readonly attributes: Attributes;
}

const floatType = 1;
const opset = 19;

/** A model that takes `x` of a shape through one node to `y`. */
export function onnxModel(node: OnnxNode, shape: readonly number[], output: readonly number[]): Uint8Array {
  const graph = [
    ...message(1, nodeBytes(node)),
    ...text(2, 'pool'),
    ...message(11, valueBytes('x', shape)),
    ...message(12, valueBytes('y', output)),
  ];
  return Uint8Array.from([...integer(1, 9), ...message(7, graph), ...message(8, integer(2, opset))]);
}

function nodeBytes({ type, attributes }: OnnxNode): readonly number[] {
  return [
    ...text(1, 'x'),
    ...text(2, 'y'),
    ...text(4, type),
    ...Object.entries(attributes).flatMap(([name, value]) => message(5, attributeBytes(name, value))),
  ];
}

function attributeBytes(name: string, value: number | readonly number[]): readonly number[] {
  return typeof value === 'number'
    ? [...text(1, name), ...integer(3, value), ...integer(20, 2)]
    : [...text(1, name), ...value.flatMap((entry) => integer(8, entry)), ...integer(20, 7)];
}

function valueBytes(name: string, shape: readonly number[]): readonly number[] {
  const dimensions = shape.flatMap((length) => message(1, integer(1, length)));
  const tensor = [...integer(1, floatType), ...message(2, dimensions)];
  return [...text(1, name), ...message(2, message(1, tensor))];
}

function text(field: number, value: string): readonly number[] {
  return message(field, [...new TextEncoder().encode(value)]);
}

function message(field: number, bytes: readonly number[]): readonly number[] {
  return [...variable(field * 8 + 2), ...variable(bytes.length), ...bytes];
}

function integer(field: number, value: number): readonly number[] {
  return [...variable(field * 8), ...variable(value)];
}

function variable(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...variable(Math.floor(value / 128))];
}
