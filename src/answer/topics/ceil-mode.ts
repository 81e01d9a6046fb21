import { tensor, use, useOnNumbers } from './use.ts';

/** Five numbers by twos leave one over: rounding down drops it, rounding up gives it a window of its own. */
export function ceilModeFacts() {
  const data = { input: tensor([1, 1, 5], [1, 2, 3, 4, 5]) };
  const image = [1, 64, 112, 112];
  return {
    floor: useOnNumbers('torch', 'AvgPool1d', { kernel_size: 2 }, data),
    ceil: useOnNumbers('torch', 'AvgPool1d', { kernel_size: 2, ceil_mode: true }, data),
    length: 5,
    kernel: 2,
    mapFloor: use('torch', 'MaxPool2d', { kernel_size: 3, stride: 2 }, [1, 64, 112, 112]),
    mapCeil: use('torch', 'MaxPool2d', { kernel_size: 3, stride: 2, ceil_mode: true }, [1, 64, 112, 112]),
    caffe: use('caffe', 'Pooling', { kernel_size: 3, stride: 2 }, image),
  };
}
