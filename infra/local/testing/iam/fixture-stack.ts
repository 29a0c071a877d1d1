import { fileURLToPath } from 'node:url';
import type { Application } from '../../boot/application.ts';

/** An application with two functions that may do little. */
export const limitedApplication: Application = {
  directory: fileURLToPath(new URL('fixture', import.meta.url)),
  stage: 'dev',
  sources: ['infra', 'functions', 'cdk.json'],
};
