import { raisedIn } from '../form.ts';
import { argumentsMessages } from './arguments.ts';
import { axesMessages } from './axes.ts';
import { joiningMessages } from './joining.ts';
import { specialMessages } from './special.ts';
import { windowMessages } from './window.ts';

/** Messages of PyTorch, old and new. */
export const torchErrors = raisedIn('torch', [
  ...axesMessages,
  ...windowMessages,
  ...argumentsMessages,
  ...joiningMessages,
  ...specialMessages,
]);
