import { raisedIn } from './form.ts';

/** Messages of MLX. */
export const mlxErrors = raisedIn('mlx', [
  {
    id: 'window-zero',
    pattern: /'?kernel_size'? must be positive but got (\([^)]{1,30}\)|-?\d+)/i,
    captures: [['received', 'shape']],
  },
]);
