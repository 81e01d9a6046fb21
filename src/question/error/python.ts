import { raisedIn } from './form.ts';

/** What Python itself says of a call, whoever wrote the function. */
export const pythonErrors = raisedIn(null, [
  {
    id: 'missing-argument',
    pattern: /missing \d+ required (?:positional|keyword-only) arguments?: '?([A-Za-z0-9_]{1,40})/i,
    captures: [['argument', 'text']],
  },
  {
    id: 'unrecognised-argument',
    pattern: /got an unexpected keyword argument '?([A-Za-z0-9_]{1,40})/i,
    captures: [['argument', 'text']],
  },
  {
    id: 'unrecognised-argument',
    pattern: /keyword argument not understood:?[ (',]{0,4}([A-Za-z0-9_]{1,40})/i,
    captures: [['argument', 'text']],
  },
]);
