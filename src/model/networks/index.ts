import { c3ds } from './keras/c3d.ts';
import { densenets } from './keras/densenet.ts';
import { efficientnets } from './keras/efficientnet.ts';
import { inceptionResnets } from './keras/inception-resnet-v2.ts';
import { inceptionV3s } from './keras/inception-v3.ts';
import { lenets } from './keras/lenet.ts';
import { mobilenets } from './keras/mobilenet.ts';
import { mobilenetV3s } from './keras/mobilenet-v3.ts';
import { resnets } from './keras/resnet.ts';
import { vggs } from './keras/vgg.ts';
import { xceptions } from './keras/xception.ts';
import type { Network } from './network.ts';
import { alexnets } from './torch/alexnet.ts';
import { torchDensenets } from './torch/densenet.ts';
import { googlenets } from './torch/googlenet.ts';
import { torchResnets } from './torch/resnet.ts';
import { squeezenets } from './torch/squeezenet.ts';
import { torchVggs } from './torch/vgg.ts';

/** The published networks that can be built here; some stand in both frameworks, and differ. */
export const networks: readonly Network[] = [
  ...densenets,
  ...resnets,
  ...vggs,
  ...mobilenets,
  ...mobilenetV3s,
  ...inceptionV3s,
  ...inceptionResnets,
  ...efficientnets,
  ...xceptions,
  ...lenets,
  ...c3ds,
  ...alexnets,
  ...torchVggs,
  ...torchResnets,
  ...torchDensenets,
  ...googlenets,
  ...squeezenets,
];
