import { use } from './use.ts';

/** A video or a volume: three axes are pooled. */
export function pool3dFacts() {
  const clip = [null, 16, 56, 56, 64];
  return {
    all: use('keras', 'MaxPooling3D', { pool_size: 2 }, clip),
    spaceOnly: use('keras', 'MaxPooling3D', { pool_size: [1, 2, 2] }, clip),
    global: use('keras', 'GlobalAveragePooling3D', {}, clip),
    torch: use('torch', 'MaxPool3d', { kernel_size: 2 }, [1, 64, 16, 56, 56]),
  };
}
