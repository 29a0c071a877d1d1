import { createIcon } from './create-icon.ts';

export const IconServer2 = createIcon('server-2', [
  ['path', { d: 'M3 7a3 3 0 0 1 3 -3h12a3 3 0 0 1 3 3v2a3 3 0 0 1 -3 3h-12a3 3 0 0 1 -3 -3v-2' }],
  ['path', { d: 'M3 15a3 3 0 0 1 3 -3h12a3 3 0 0 1 3 3v2a3 3 0 0 1 -3 3h-12a3 3 0 0 1 -3 -3l0 -2' }],
  ['path', { d: 'M7 8l0 .01' }],
  ['path', { d: 'M7 16l0 .01' }],
  ['path', { d: 'M11 8h6' }],
  ['path', { d: 'M11 16h6' }],
]);
