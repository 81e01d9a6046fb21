import { forward } from '../../src/pooling/index.ts';
import { prepare } from '../../src/pooling/prepare.ts';
import { pool } from '../../src/pooling/reference/pool.ts';
import type { Enter } from './contestant.ts';
import { operationOf } from './workload.ts';

/** The pooling core as anybody calls it. */
export const lifeguard: Enter = (workload, input) => {
  const operation = operationOf(workload);
  const tensor = { shape: workload.shape, data: input };
  return {
    pool: () => {
      const { data } = forward(operation, tensor).output;
      if (!(data instanceof Float32Array)) throw new TypeError('single precision came out as double');
      return data;
    },
  };
};

/** Its plain loops alone. */
export const reference: Enter = (workload, input) => {
  const operation = operationOf(workload);
  const floats = input instanceof Float32Array ? input : Float32Array.from(input);
  const { outputShape, outputCount, plans } = prepare(operation, workload.shape);
  return {
    pool: () => {
      const data = new Float32Array(outputCount);
      const { shape } = workload;
      pool(operation, plans(), { shape, data: floats }, { shape: outputShape, data }, {});
      return data;
    },
  };
};

/** Every number brought into the first cache once, and nothing done with it: what no pooling can beat. */
export const readOnce: Enter = (_, input) => {
  const none = new Float32Array(0);
  const piece = 8192 / input.BYTES_PER_ELEMENT;
  const cache = input instanceof Uint8Array ? new Uint8Array(piece) : new Float32Array(piece);
  return {
    pool: () => {
      for (let start = 0; start < input.length; start += piece)
        cache.set(input.subarray(start, start + piece));
      return none;
    },
  };
};
