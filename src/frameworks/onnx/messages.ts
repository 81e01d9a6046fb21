import type { FrameworkError } from '../binding/python-errors.ts';

/* ONNX in its own words: onnx/checker.cc and onnx/defs (schema.cc, nn/defs.cc); element types as ONNX Runtime says it. */

const inferenceError = (message: string): FrameworkError => ({ message, exception: 'InferenceError' });
const validationError = (message: string): FrameworkError => ({ message, exception: 'ValidationError' });

export const missingAttribute = (name: string): FrameworkError =>
  inferenceError(`Attribute ${name} must be specified`);

export const wrongCount = (name: string): FrameworkError =>
  inferenceError(`Attribute ${name} has incorrect size`);

export const notPositive = (name: string): FrameworkError =>
  inferenceError(`Attribute ${name} must only contain positive values`);

export const negativePads: FrameworkError = inferenceError('Attribute pads must not contain negative values');

export const tooFewDimensions: FrameworkError = inferenceError(
  'Input tensor must have at least 3 dimensions',
);

export const unrecognizedAttribute = (operator: string, name: string): FrameworkError =>
  validationError(`Unrecognized attribute: ${name} for operator ${operator}`);

export const repeatedAttribute = (name: string): FrameworkError =>
  validationError(`Attribute '${name}' appeared multiple times.`);

export const mismatchedType = (name: string, expected: string, actual: string): FrameworkError =>
  validationError(`Mismatched attribute type in ' : ${name}'. Expected: '${expected}', actual: '${actual}'`);

export const notRegistered = (operator: string, opset: number): FrameworkError =>
  validationError(`No Op registered for ${operator} with domain_version of ${opset}`);

export const invalidType = (operator: string, type: string): FrameworkError => ({
  message: `Type 'tensor(${type})' of input parameter (X) of operator (${operator}) in node () is invalid.`,
  exception: 'InvalidGraph',
});

export const padOverKernel: FrameworkError = {
  message: 'Pad should be smaller than kernel.',
  exception: 'RuntimeException',
};
