import type { RequestLine } from '../gateway/gateway.ts';
import type { FunctionOutput } from '../lambda/runtime.ts';
import type { KeptMail } from '../mail/outbox.ts';

/** Whoever watches a cabinet run: the terminal, or nobody. */
export interface Watcher {
  /** A step of the start, or something that a person should know. */
  say(message: string): void;
  request(line: RequestLine): void;
  output(output: FunctionOutput): void;
  mail(mail: KeptMail): void;
}

const ignore = (): void => undefined;

export const nobody: Watcher = { say: ignore, request: ignore, output: ignore, mail: ignore };
