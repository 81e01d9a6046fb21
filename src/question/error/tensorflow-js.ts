import { raisedIn } from './form.ts';

/** Messages of TensorFlow.js, whose layers are those of Keras. */
export const tensorflowJsErrors = raisedIn('keras', [
  {
    id: 'rounding-needs-number',
    pattern: /pad must be an integer when using dimroundingmode (\w{1,8}) but got pad (\w{1,8})/i,
    captures: [
      ['rounding', 'text'],
      ['received', 'text'],
    ],
  },
  {
    id: 'concatenate',
    pattern:
      /error in concat\w{0,4}: shape of tensors\[\d+\] (\([\d,]{1,40}\)) does not match the shape of the rest (\([\d,]{1,40}\)) along the non-concatenated axis \d/i,
    captures: [
      ['second', 'shape'],
      ['first', 'shape'],
    ],
  },
]);
