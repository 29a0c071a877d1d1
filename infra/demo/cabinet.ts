import { fileURLToPath } from 'node:url';
import { decodeItem } from '../../shared/table/item.ts';
import type { StageName } from '../config.ts';
import type { Application } from '../local/boot/application.ts';
import { startLocalStack, type LocalStackOptions, type RunningStack } from '../local/boot/local-stack.ts';

/** The cabinet as the local stack runs it. */
export const cabinet: Application = {
  directory: fileURLToPath(new URL('../..', import.meta.url)),
  stage: 'dev',
  sources: [
    'infra',
    'functions',
    'shared',
    'web',
    'openapi.json',
    'cdk.json',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ],
  ignoredSources: ['infra/local', 'infra/demo'],
  readItem: decodeItem,
  pageFiles: {
    '/config.json': (deployed, { endpoints }) => ({
      ...deployed,
      userPoolEndpoint: endpoints['cognito-identity-provider'],
      fileOrigins: [endpoints.s3],
    }),
  },
};

export type RunningCabinet = RunningStack;

interface CabinetOptions extends Omit<LocalStackOptions, 'application'> {
  /** `dev` by default. */
  readonly stage?: StageName;
}

/** Starts the cabinet on this machine. */
export function startCabinet({ stage = 'dev', ...options }: CabinetOptions): Promise<RunningCabinet> {
  return startLocalStack({ ...options, application: { ...cabinet, stage } });
}
