import { inject } from 'vitest';
import type { Stage } from './setup.ts';

/** The cabinet and the browser of this run. @throws the reason why there is none */
export function readStage(): Stage {
  const stage = inject('stage');
  if ('failure' in stage) throw new Error(stage.failure);
  return stage;
}
